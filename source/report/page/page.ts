// The page of the size report: draws the data that stands beside it in the same file. It asks the network for nothing.
import { fill, type ReportLanguage, type SizeReport } from '../model';
import { element, section } from './element';
import { readPreference, showTheme, themes, writePreference, type Theme } from './preferences';
import { drawAdvice, drawDuplicates, drawFiles, drawFindings, drawGrowth, drawModules, drawParts, drawTextures } from './sections';
import { drawSummary } from './summary';
import { buildTree, type Measure, type Scope } from './tree';
import { createTreemap, type Treemap } from './treemap';
import { wordsOf, type Words } from './words';

interface Shown {
    language: ReportLanguage;
    theme: Theme;
    measure: Measure;
    scope: Scope;
}

function main(): void {
    const report = JSON.parse(document.getElementById('report')?.textContent ?? '') as SizeReport;
    const written = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    const shown: Shown = {
        language: readPreference('language', ['en', 'zh'], written),
        theme: readPreference('theme', themes, 'auto'),
        measure: 'bytes',
        scope: report.package.fileCount === 0 ? 'remote' : 'package',
    };
    showTheme(shown.theme);
    draw(report, shown);
}

function draw(report: SizeReport, shown: Shown): void {
    const words = wordsOf(shown.language);
    const again = (): void => draw(report, shown);
    const formatTime = (time: string): string => new Date(time).toLocaleString(shown.language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' });
    document.documentElement.lang = shown.language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${report.title} · ${words.title}`;

    const map = createTreemap(words);
    const controls = element('div', { class: 'controls' });
    const showMap = (): void => {
        map.show(buildTree(report, shown.scope, shown.measure, words));
        controls.replaceChildren(...drawMapControls(report, shown, words, showMap));
    };
    const parts = drawParts(report, words, (label, { place }) => {
        shown.scope = place === 'remote' ? 'remote' : 'package';
        showMap();
        enterGroup(map, label);
    });
    const body = element('main', {},
        drawSummary(report, words),
        section('map', words.map, undefined, controls, map.view),
        element('div', { class: 'columns' }, parts, drawAdvice(report, words)),
        drawGrowth(report, words, formatTime),
        drawFiles(report, words),
        element('div', { class: 'columns' },
            element('div', { class: 'stack' }, drawFindings(report, words, shown.language), drawDuplicates(report, words), drawModules(report, words)),
            drawTextures(report, words)),
    );
    document.body.replaceChildren(drawHead(report, shown, words, formatTime, again), body);
    showMap();
}

function enterGroup(map: Treemap, label: string): void {
    map.enter(label);
    map.view.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'center' });
}

function drawHead(report: SizeReport, shown: Shown, words: Words, formatTime: (time: string) => string, again: () => void): HTMLElement {
    const language = element('button', { type: 'button', id: 'language', 'aria-label': words.languageLabel }, words.language);
    language.addEventListener('click', () => {
        shown.language = shown.language === 'en' ? 'zh' : 'en';
        writePreference('language', shown.language);
        again();
        document.getElementById('language')?.focus();
    });
    const theme = element('select', { id: 'theme', 'aria-label': words.theme }, ...themes.map((name) => element('option', { value: name, selected: name === shown.theme }, words.themes[name])));
    theme.addEventListener('change', () => {
        shown.theme = themes.find((name) => name === theme.value) ?? 'auto';
        writePreference('theme', shown.theme);
        showTheme(shown.theme);
    });
    const facts = [
        ...(report.engine === undefined ? [] : [fill(words.engine, { version: report.engine })]),
        fill(words.made, { time: formatTime(report.made) }),
        fill(words.files, { count: report.package.fileCount + report.remote.fileCount }),
    ];
    return element('header', { class: 'page-head' },
        element('div', {}, element('h1', {}, report.title), element('p', { class: 'note' }, facts.join(' · ')), report.debug ? element('p', { class: 'badge' }, words.debug) : undefined),
        element('div', { class: 'switches' }, theme, language));
}

/** Which bytes the map shows: raw or compressed, in the package or at the server. */
function drawMapControls(report: SizeReport, shown: Shown, words: Words, showMap: () => void): HTMLElement[] {
    const choice = (label: string, isOn: boolean, pick: () => void): HTMLElement => {
        const button = element('button', { type: 'button', 'aria-pressed': String(isOn) }, label);
        button.addEventListener('click', () => {
            pick();
            showMap();
        });
        return button;
    };
    const group = (label: string, ...choices: HTMLElement[]): HTMLElement => element('div', { class: 'choices', role: 'group', 'aria-label': label }, ...choices);
    return [
        group(words.measure,
            choice(words.raw, shown.measure === 'bytes', () => { shown.measure = 'bytes'; }),
            choice(words.gzip, shown.measure === 'gzipBytes', () => { shown.measure = 'gzipBytes'; })),
        ...(report.remote.fileCount === 0 ? [] : [group(words.loadedWith,
            choice(words.inPackage, shown.scope === 'package', () => { shown.scope = 'package'; }),
            choice(words.atServer, shown.scope === 'remote', () => { shown.scope = 'remote'; }))]),
    ];
}

main();
