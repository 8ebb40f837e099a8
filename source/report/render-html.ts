import { createHash } from 'node:crypto';
import type { ReportLanguage, SizeReport } from './model';

/** The page's own parts, as they are built (`dist/report/page.js`, `static/report/`). */
export interface PageParts {
    readonly script: string;
    readonly style: string;
}

/**
 * One file that needs nothing else: no network is allowed to it, and of scripts and styles only the two that stand
 * in it, by their hash. The report's data is text to the browser whatever names are in it.
 */
export function renderHtml(report: SizeReport, { script, style }: PageParts, language: ReportLanguage): string {
    const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
    return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(report.title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>This report needs JavaScript. 此报告需要启用 JavaScript。</noscript>
<script type="application/json" id="report">${embedJson(report)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that stays JSON inside a script element: no `<` in it can end the element or begin a comment. */
function embedJson(value: unknown): string {
    return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escapeText(text: string): string {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function hashOf(content: string): string {
    return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
