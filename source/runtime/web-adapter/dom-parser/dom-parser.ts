import { XmlDocument, XmlElement, XmlNode, nodeTypes } from './nodes';
import { parseXml } from './parse-xml';

/** `DOMParser` for XML. There is no HTML on this platform. */
export class DOMParser {
    /**
     * As in a browser this does not throw: a document that cannot be read has a `parsererror` as its root, whose text
     * says what is wrong and in which line.
     */
    parseFromString(text: string): XmlDocument {
        try {
            return parseXml(String(text));
        } catch (error) {
            const document = new XmlDocument();
            const root = new XmlElement('parsererror');
            root.append(new XmlNode(nodeTypes.text, '#text', `XML ${(error as Error).message}`));
            document.append(root);
            return document;
        }
    }
}
