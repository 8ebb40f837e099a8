import { defineFields } from '../define-property';

/** The numbers of the names that had one before errors had names; every later name has 0. */
const oldNames = [
    '', 'IndexSizeError', '', 'HierarchyRequestError', 'WrongDocumentError', 'InvalidCharacterError', '',
    'NoModificationAllowedError', 'NotFoundError', 'NotSupportedError', 'InUseAttributeError', 'InvalidStateError',
    'SyntaxError', 'InvalidModificationError', 'NamespaceError', 'InvalidAccessError', '', 'TypeMismatchError',
    'SecurityError', 'NetworkError', 'AbortError', 'URLMismatchError', 'QuotaExceededError', 'TimeoutError',
    'InvalidNodeTypeError', 'DataCloneError',
];

/** `DOMException` for a host without one: what the network's objects throw is of this class. */
export class DOMException extends Error {
    declare readonly code: number;

    constructor(message = '', name = 'Error') {
        super(message);
        defineFields(this, { name: String(name), code: Math.max(0, oldNames.indexOf(name || '-')) }, false);
    }
}
Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
