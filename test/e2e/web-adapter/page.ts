import * as domParser from '../../../source/runtime/web-adapter/dom-parser/main';
import { installWebAdapter } from '../../../source/runtime/web-adapter/install';
import * as textServices from '../../../source/runtime/web-adapter/text/main';
import { createServices } from '../../../source/runtime/web-adapter/services/main';
import { createAlipayHost, HostNetwork } from '../../../source/simulator/model';
import { answers } from './answers';
import { scripts } from './scripts';

/* Runs in the page: the same script on the browser's window and on ours, which stands on the host model. */

Object.assign(window, {
    async runOnBoth(name: keyof typeof scripts, input: never, baseUrl: string) {
        const network = new HostNetwork({ latencyMs: 1 });
        for (const path of Object.keys(answers)) network.route(({ url }) => url === baseUrl + path, { ...answers[path as keyof typeof answers] });
        const host = createAlipayHost({ network, allowHttp: true });
        installWebAdapter(host.globals, host.my, { loadText: () => textServices, loadServices: () => createServices, loadDOMParser: () => domParser.DOMParser });
        const script = scripts[name];
        return { browser: await script(window, input, baseUrl), ours: await script(host.globals, input, baseUrl) };
    },
});
