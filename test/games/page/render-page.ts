import { createHash } from 'node:crypto';
import type { Result } from '../judge-run';
import type { GameResult, Results, RunResult } from '../results';
import { scenarioTexts } from '../server/scenario';
import { script, style } from './style';

const resultTexts: Readonly<Record<Result, string>> = { plays: 'plays', likewise: 'fails likewise', fails: 'fails' };
const marks: Readonly<Record<Result, string>> = { plays: '✓', likewise: '≈', fails: '✕' };

/**
 * One file that needs nothing else, but for the full pictures it links to.
 * @param thumbnails small PNGs in base64, by the path of their picture.
 */
export function renderPage(results: Results, thumbnails: ReadonlyMap<string, string>): string {
    const ours = results.runs.filter(({ variant }) => variant !== 'engine');
    const engines = new Map(results.runs.filter(({ variant }) => variant === 'engine').map((run) => [run.id, run]));
    const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;
    const { plays, likewise, fails } = results.summary;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Real games: ${plays} play, ${fails} fail</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Real games on cocos-alipay-mini-game ${escape(results.product)}</h1>
<p class="meta">${escape(results.made.slice(0, 16).replace('T', ' '))} UTC · ${results.games.length} games · ${results.seconds} s each after the first frame · ${escape(results.device)}, light display</p>
<ul class="counts">
${renderCount('plays', plays, 'play')}
${renderCount('likewise', likewise, 'fail as on the engine\'s adapters')}
${renderCount('fails', fails, 'fail')}
</ul>
<h2>Overview</h2>
${renderOverview(results.games, ours)}
<h2>Runs</h2>
${renderFilters(results.games, ours)}
<div class="scroll table"><table class="runs">
<thead><tr><th>Result</th><th>Game</th><th>First frame</th><th>Settled</th><th>Calls of my<br>until first frame</th><th>Errors</th><th>Package</th><th>Pictures</th></tr></thead>
${ours.map((run) => renderRun(run, run.comparison === null ? undefined : engines.get(run.comparison.engineRun), thumbnails)).join('\n')}
</table>
<p class="none" hidden>No run fits these filters.</p></div>
<p class="meta">Two figures: ours, below it the engine's own adapters on the same client. A game that moves never settles.</p>
<h2>Games</h2>
<ul class="about">${results.games.map(renderAbout).join('')}</ul>
</main>
<script>${script}</script>
</body>
</html>
`;
}

function renderCount(result: Result, count: number, text: string): string {
    return `<li data-result="${result}"${count === 0 ? ' data-empty' : ''}><b>${count}</b> ${text}</li>`;
}

function renderOverview(games: readonly GameResult[], runs: readonly RunResult[]): string {
    // A game may lack a layout: the columns of a client stay together all the same.
    const clients = [...new Set(runs.map(({ client }) => client))];
    const columns = clients.flatMap((client) => [...new Set(runs.filter((run) => run.client === client).map(columnOf))]);
    const row = ({ name }: GameResult): string => {
        const cells = columns.map((column) => {
            const run = runs.find((candidate) => candidate.game === name && columnOf(candidate) === column);
            if (!run) return '<td></td>';
            const label = `${name}, ${column}: ${resultTexts[run.result]}`;
            return `<td><a class="dot" data-result="${run.result}" href="#${encodeURIComponent(run.id)}" title="${escape(label)}" aria-label="${escape(label)}">${marks[run.result]}</a></td>`;
        });
        return `<tr><th scope="row">${escape(name)}</th>${cells.join('')}</tr>`;
    };
    return `<div class="scroll"><table class="overview"><thead><tr><th></th>${columns.map((column) => `<th scope="col">${escape(column).replace(' · ', '<br>')}</th>`).join('')}</tr></thead>
<tbody>${games.map(row).join('')}</tbody></table></div>`;
}

function columnOf({ client, variant, scenario }: RunResult): string {
    return [client, variant, ...(scenario === null ? [] : [scenario])].join(' · ');
}

function renderFilters(games: readonly GameResult[], runs: readonly RunResult[]): string {
    const select = (label: string, filter: string, values: readonly string[]): string => `<label>${label}<select data-filter="${filter}"><option value="">all</option>${values.map((value) => `<option value="${escape(value)}">${escape(value in resultTexts ? resultTexts[value as Result] : value)}</option>`).join('')}</select></label>`;
    const scenarios = [...new Set(runs.flatMap(({ scenario }) => scenario ?? []))];
    return `<div class="filters">${select('Result', 'result', ['plays', 'likewise', 'fails'])}${select('Game', 'game', games.map(({ name }) => name))}${select('Client', 'client', [...new Set(runs.map(({ client }) => client))])}${select('Layout', 'variant', [...new Set(runs.map(({ variant }) => variant))])}${scenarios.length === 0 ? '' : select('Scenario', 'scenario', scenarios)}<label class="wide">Search<input type="search" data-filter="text" placeholder="a message, a file, a name"></label></div>`;
}

function renderRun(run: RunResult, engine: RunResult | undefined, thumbnails: ReadonlyMap<string, string>): string {
    const more = renderReasons(run) + renderNotes(run) + renderList('Requests that failed', run.shown?.failedRequests ?? []);
    const figure = (label: string, ours: string, theirs: string | undefined): string => `<td class="figure" data-label="${label}">${ours}${theirs === undefined ? '' : `<span> / ${theirs}</span>`}</td>`;
    const both = (label: string, read: (from: RunResult) => string): string => figure(label, read(run), engine && read(engine));
    const difference = run.comparison?.pictureDifference ?? null;
    const pictures = [
        renderPicture(run.pictures.first, 'first', run, thumbnails),
        renderPicture(run.pictures.end, 'end', run, thumbnails),
        ...(engine ? [renderPicture(engine.pictures.end, difference === null ? 'engine\'s' : `engine's, ${Math.round(difference * 100)} % off`, engine, thumbnails)] : []),
    ];
    return `<tbody id="${escape(run.id)}" data-result="${run.result}" data-game="${escape(run.game)}" data-client="${escape(run.client)}" data-variant="${run.variant}" data-scenario="${run.scenario ?? ''}">
<tr class="row"><td class="result"><span class="badge">${resultTexts[run.result]}</span></td>
<td class="name"><b>${escape(run.game)}</b><span class="soft">${escape(run.client)} · ${run.variant}${run.scenario === null ? '' : `<br>${escape(run.scenario)}: ${escape(scenarioTexts[run.scenario])}`}</span></td>
${both('First frame', ({ shown: seen }) => formatTime(seen?.firstFrameMs ?? null))}
${both('Settled', ({ shown: seen }) => (seen?.firstFrameMs != null && seen.settledMs === null ? 'moves' : formatTime(seen?.settledMs ?? null)))}
${both('Calls until first frame', ({ shown: seen }) => String(seen?.callsBeforeFirstFrame ?? '–'))}
${both('Errors', ({ reasons, excused }) => String(reasons.length + excused.length))}
${both('Package', ({ package: figures }) => (figures === null ? '–' : formatBytes(figures.bytes)))}
<td class="pictures"><div class="shots">${pictures.join('')}</div></td></tr>
${more === '' ? '' : `<tr class="more"><td colspan="8">${more}</td></tr>`}
</tbody>`;
}

function renderPicture(file: string | undefined, caption: string, { id }: RunResult, thumbnails: ReadonlyMap<string, string>): string {
    const thumbnail = file === undefined ? undefined : thumbnails.get(file);
    if (file === undefined || thumbnail === undefined) return '';
    return `<figure><a href="${escape(file.split('/').map(encodeURIComponent).join('/'))}"><img alt="${escape(`${id}: ${caption}`)}" src="data:image/png;base64,${thumbnail}"></a><figcaption>${escape(caption)}</figcaption></figure>`;
}

function renderReasons({ reasons }: RunResult): string {
    if (reasons.length === 0) return '';
    const items = reasons.map(({ kind, text, likewise }) => `<li data-result="${likewise === true ? 'likewise' : 'fails'}"><small>${kind}${likewise === true ? ', the engine\'s too' : likewise === false ? ', ours alone' : ''}</small>${renderText(text)}</li>`);
    return `<ul class="reasons">${items.join('')}</ul>`;
}

/** The first line, and what follows it, such as a stack, for who asks. */
function renderText(text: string): string {
    const [first = '', ...rest] = text.split('\n');
    return escape(first) + (rest.length === 0 ? '' : `<details><summary>more</summary><pre>${escape(rest.join('\n').slice(0, 4_000))}</pre></details>`);
}

function renderNotes({ notes, excused, package: figures }: RunResult): string {
    const lines = [
        ...notes,
        ...excused.map(({ text, why }) => `expected: ${text} (${why})`),
        ...(figures === null || figures.packProblems === '' ? [] : [`pack: ${figures.packProblems}`]),
    ];
    return lines.length === 0 ? '' : `<ul class="notes">${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
}

function renderList(title: string, lines: readonly string[]): string {
    if (lines.length === 0) return '';
    return `<details><summary>${title}: ${lines.length}</summary><ul>${lines.slice(0, 50).map((line) => `<li>${escape(line)}</li>`).join('')}</ul></details>`;
}

function renderAbout({ name, about, inputs }: GameResult): string {
    const { name: title, repo, engine, license, covers } = about;
    const lines = [
        engine === undefined ? '' : `engine ${String(engine)}`,
        license === undefined ? '' : String(license),
        inputs === 0 ? 'no input' : `${inputs} inputs`,
    ].filter((line) => line !== '');
    const covered = typeof covers === 'string' ? covers : Array.isArray(covers) ? covers.join(', ') : '';
    const link = typeof repo === 'string' && /^https?:/.test(repo) ? `<a href="${escape(repo)}">${escape(repo.replace(/^https?:\/\//, ''))}</a><br>` : escape(String(repo ?? '')) + (repo === undefined ? '' : '<br>');
    return `<li><b>${escape(typeof title === 'string' ? title : name)}</b>${link}<span class="soft">${escape(lines.join(' · '))}${covered === '' ? '' : `<br>${escape(covered)}`}</span></li>`;
}

function formatTime(milliseconds: number | null): string {
    if (milliseconds === null) return '–';
    return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function formatBytes(bytes: number): string {
    return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}

function hashOf(text: string): string {
    return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escape(text: string): string {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
