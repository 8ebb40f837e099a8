import { hideEnvironment, print, resetRandom, takeConsoleLines } from './environment';
import { profileNames } from '../../../source/platform';
import { bootDemo, parseAdapters } from './scenarios/demo';
import { fillQuota, killWhileCaching, loadBundles } from './scenarios/loading';
import { editText, touchGame } from './scenarios/player';
import { playWebObjects, request } from './scenarios/web-objects';
import { scenarioNames, type Result, type Scenario, type ScenarioName } from './scenarios/names';

const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
    'parses every adapter': parseAdapters,
    'boots the demo, standard layout': bootDemo('standard'),
    'boots the demo, lean layout': bootDemo('lean'),
    'loads bundles of the server, keeps them and finds them offline': loadBundles,
    'is killed while it keeps files, and goes on in the next session': killWhileCaching,
    'keeps within the quota': fillQuota,
    'requests, fetches and opens sockets': request,
    'gives the browser objects of pure code': playWebObjects,
    'edits text': editText,
    'is touched': touchGame,
};

/** Runs every scenario on every client, one after another, and prints a line for each. */
async function runScenarios(): Promise<void> {
    hideEnvironment();
    for (const scenario of scenarioNames) {
        for (const profile of profileNames) {
            resetRandom();
            takeConsoleLines();
            let result: Result;
            try {
                result = { scenario, profile, value: await scenarios[scenario](profile) };
            } catch (error) {
                result = { scenario, profile, failed: `${String(error)}\n${String((error as Error).stack)}` };
            }
            print(JSON.stringify({ ...result, console: takeConsoleLines() }));
        }
    }
    print('end');
}

void runScenarios();
