// The demo's `application.js`, in the shape of Cocos': game.js makes one Application, hands it `cc`, and starts it.
import type * as Engine from 'cc';

export class Application {
    private engine: typeof Engine | undefined;

    init(engine: typeof Engine): Promise<void> {
        this.engine = engine;
        return engine.game.init({ settingsPath: 'src/settings.json' });
    }

    start(): Promise<void> {
        return this.engine ? this.engine.game.run() : Promise.reject(new Error('Application.init must come before start.'));
    }
}
