// The demo's `src/system.bundle.js`: SystemJS with named modules, and the `System.warmup` that a package's game.js calls.
import 'systemjs/dist/s.min.js';
import 'systemjs/dist/extras/named-register.js';
import { installWarmup, type SystemLoader } from './warmup';

declare const System: SystemLoader;

installWarmup(System);
