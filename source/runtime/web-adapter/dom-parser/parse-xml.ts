import { XmlDocument, XmlElement, XmlNode, nodeTypes } from './nodes';

const namedEntities: Readonly<Record<string, string | undefined>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'' };

/** One piece of markup: comment, CDATA, instruction, document type, end tag, start tag. Or else text up to the next. */
const markup = /<!--([^]*?)-->|<!\[CDATA\[([^]*?)\]\]>|<\?([^]*?)\?>|<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/gy;

const attribute = /\s+([^\s=/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')|\s+$|$/gy;

/** @throws an `Error` that says what is wrong and where, with the line counted from 1 */
export function parseXml(text: string): XmlDocument {
    // XML: every line ends in one line feed.
    const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    const document = new XmlDocument();
    const open: XmlElement[] = [];
    let at = 0;
    const fail = (what: string): never => {
        throw new Error(`line ${source.slice(0, at).split('\n').length}: ${what}`);
    };
    const decode = (raw: string): string => raw.replace(/&(#x[\da-f]+|#\d+|\w+)?;?/gi, (reference, name?: string) => {
        if (!name || !reference.endsWith(';')) return fail(`"${reference}" is no entity; a plain & is written &amp;`);
        if (name[0] !== '#') return namedEntities[name] || fail(`the entity ${reference} is not known`);
        return String.fromCodePoint(parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10));
    });
    const append = (node: XmlNode): void => (open[open.length - 1] || document).append(node);

    while (at < source.length) {
        markup.lastIndex = at;
        const match = markup.exec(source) || fail('a < that begins no tag');
        const [piece, comment, cdata, instruction, closing, opening, rest, selfClosing] = match;
        if (comment !== undefined) append(new XmlNode(nodeTypes.comment, '#comment', comment));
        else if (cdata !== undefined) append(new XmlNode(nodeTypes.cdata, '#cdata-section', cdata));
        else if (closing !== undefined) {
            const { tagName = '' } = open.pop() || {};
            if (tagName !== closing) fail(`</${closing}> closes ${tagName ? `<${tagName}>` : 'nothing'}`);
        } else if (opening !== undefined) {
            if (!open.length && document.documentElement) fail(`<${opening}> is a second root element`);
            const element = new XmlElement(opening);
            readAttributes(element, rest || '', decode, fail);
            append(element);
            if (!selfClosing) open.push(element);
        } else if (piece[0] !== '<') {
            if (open.length) append(new XmlNode(nodeTypes.text, '#text', decode(piece)));
            else if (piece.trim()) fail('text outside of the root element');
        } else if (instruction === undefined && open.length) fail('a document type inside of an element');
        at += piece.length;
    }
    if (open.length) fail(`<${(open.pop() as XmlElement).tagName}> is not closed`);
    if (!document.documentElement) fail('no root element');
    return document;
}

function readAttributes(element: XmlElement, text: string, decode: (raw: string) => string, fail: (what: string) => never): void {
    for (let at = 0; at < text.length; at = attribute.lastIndex || text.length) {
        attribute.lastIndex = at;
        const [, name, double, single] = attribute.exec(text) || fail(`the attributes of <${element.tagName}> cannot be read:${text}`);
        if (!name) return;
        if (element.hasAttribute(name)) fail(`<${element.tagName}> has two attributes ${name}`);
        const value = decode((double === undefined ? single : double) as string).replace(/[\t\n]/g, ' ');
        element.attributes.push({ name, nodeName: name, value, nodeValue: value });
    }
}
