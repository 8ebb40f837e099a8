import { describe, expect, it } from 'vitest';
import { readAudit } from '../../scripts/release/gate/audit';

// As npm 10 prints with `npm audit --json`.
const clean = { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } };
const found = { auditReportVersion: 2, vulnerabilities: { ejs: { name: 'ejs', severity: 'critical', isDirect: true, via: [], effects: [], range: '<3.1.7', nodes: [], fixAvailable: true } } };

describe('readAudit', () => {
    it('has no faults where npm found none', () => {
        expect(readAudit(JSON.stringify(clean))).toEqual({ faults: [] });
    });

    it('names each package with a known weakness', () => {
        expect(readAudit(JSON.stringify(found)).faults).toEqual(['ejs <3.1.7 has a known weakness (critical): see `npm audit --omit=dev`.']);
    });

    it('never takes a registry that does not answer for a clean one', () => {
        expect(readAudit('{"message":"405 Method Not Allowed"}')).toEqual({ faults: [], unanswered: '405 Method Not Allowed' });
        expect(readAudit('{}').unanswered).toBeDefined();
    });
});
