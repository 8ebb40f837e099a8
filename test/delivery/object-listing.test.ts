import { describe, expect, it } from 'vitest';
import { parseObjectPage } from '../../source/delivery/target/object-listing';

const object = (key: string, more = ''): string => `<Contents><Key>${key}</Key><Size>12</Size><ETag>&quot;0A0B&quot;</ETag>${more}</Contents>`;

describe('a page of a listing', () => {
    it('gives keys, lengths and ETags, percent-encoded or escaped', () => {
        const page = '<?xml version="1.0"?><ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>' + object('remote/a%20b/%E6%9C%88+x.png') + '</ListBucketResult>';
        expect(parseObjectPage(page)).toEqual({ objects: [{ key: 'remote/a b/月 x.png', bytes: 12, etag: '0a0b' }], nextMarker: undefined });
        expect(parseObjectPage(`<R>${object('a&amp;b&#39;&#x6708;.png')}</R>`).objects[0]?.key).toBe('a&b\'月.png');
    });

    it('goes on after its last key, or where the store says', () => {
        const start = '<R><IsTruncated>true</IsTruncated>';
        expect(parseObjectPage(`${start}${object('a')}${object('b')}</R>`).nextMarker).toBe('b');
        expect(parseObjectPage(`${start}<NextMarker>c</NextMarker>${object('b', '<NextMarker>no</NextMarker>')}</R>`).nextMarker).toBe('c');
        expect(parseObjectPage(`${start}</R>`)).toEqual({ objects: [], nextMarker: undefined });
    });

    it('that is none holds nothing', () => {
        expect(parseObjectPage('<html>Proxy error</html>')).toEqual({ objects: [], nextMarker: undefined });
    });
});
