import type { Sounds } from './sounds';
import type { TextInput } from './text-input';

/** What the engine-adapter asks of the web-adapter's services: it loads their file when a game first needs one of these. */
export interface EngineServices {
    createTextInput(): TextInput;
    createSounds(): Sounds;
}
