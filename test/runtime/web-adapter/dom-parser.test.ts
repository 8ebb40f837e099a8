import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOMParser } from '../../../source/runtime/web-adapter/dom-parser/main';
import { installAdapter } from './installed';

const parse = (text: string): ReturnType<DOMParser['parseFromString']> => new DOMParser().parseFromString(text);

const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
    <dict>
        <key>frames</key>
        <array><string>a &amp; b</string><integer>12</integer><true/></array>
        <!-- a comment -->
    </dict>
</plist>`;

describe('DOMParser', () => {
    it('reads a plist as the engine walks it', () => {
        const root = parse(plist).documentElement!;
        expect([root.tagName, root.getAttribute('version'), root.nodeType, root.parentNode!.nodeType]).toEqual(['plist', '1.0', 1, 9]);
        const dict = root.childNodes.find(({ nodeType }) => nodeType === 1)!;
        expect(dict.childNodes.filter(({ nodeType }) => nodeType === 1).map(({ nodeName }) => nodeName)).toEqual(['key', 'array']);
        const [text] = root.getElementsByTagName('string');
        expect([text!.firstChild!.nodeValue, text!.textContent, text!.nextSibling!.nodeName]).toEqual(['a & b', 'a & b', 'integer']);
        expect(dict.textContent).not.toContain('comment');
    });

    it('reads a tiled map: attributes in both quotes, CDATA, entities, self-closing tags', () => {
        const map = parse('<map width=\'4\' name="a &#x41;&#66;&quot;\'>"><layer><data encoding="csv"><![CDATA[1,2 <&]]></data></layer><object/><object id="7"  x = "1"/></map>').documentElement!;
        expect([map.getAttribute('width'), map.getAttribute('name'), map.getAttribute('none'), map.hasAttribute('width')]).toEqual(['4', 'a AB"\'>', null, true]);
        expect(map.querySelector('data')!.firstChild!.data).toBe('1,2 <&');
        expect(map.getElementsByTagName('object').map((object) => object.id)).toEqual(['', '7']);
        expect(map.attributes.map(({ name, value }) => `${name}=${value}`)).toEqual(['width=4', 'name=a AB"\'>']);
        expect(map.children).toHaveLength(3);
    });

    it.each([
        ['<a>', 'line 1: <a> is not closed'], ['<a>\n</b>', 'line 2: </b> closes <a>'], ['<a b=1/>', 'line 1: the attributes of <a> cannot be read'], ['<a/><b/>', 'second root'],
        ['<a b="1" b="2"/>', 'two attributes b'], ['<a>&x;</a>', 'entity'], ['<a>1 & 2</a>', '&amp;'], ['text', 'outside of the root'], ['', 'no root'], ['<a>< b</a>', 'begins no tag'], ['</a>', 'closes nothing'],
    ])('says what is wrong with %j in a parsererror', (text, message) => {
        const root = parse(text).documentElement!;
        expect(root.tagName).toBe('parsererror');
        expect(root.textContent).toContain(message);
    });

    it('never throws, and gives back what was written', () => {
        const word = fc.string({ unit: fc.constantFrom('a', 'b', '<', '>', '&', '"', '\'', ' ', 'é', '=', '/', ']', '!', '-', '?'), maxLength: 12 });
        const escape = (text: string): string => text.replace(/[<&>"']/g, (character) => `&#${character.charCodeAt(0)};`);
        fc.assert(fc.property(word, word, (text, value) => {
            expect(() => parse(text)).not.toThrow();
            const root = parse(`<r v="${escape(value)}"><c>${escape(text)}</c></r>`).documentElement!;
            expect([root.getAttribute('v'), root.textContent]).toEqual([value, text]);
        }), { seed: 3, numRuns: 500 });
    });

    it('is the DOMParser of a game, which the first use loads', () => {
        const { window } = installAdapter();
        expect(new window['DOMParser']().parseFromString('<a/>', 'text/xml').documentElement.tagName).toBe('a');
    });
});
