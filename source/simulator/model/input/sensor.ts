import type { Acceleration, My } from '../../../platform/my';
import { succeed, type Bridge } from '../bridge';
import { createListenerList } from '../listeners';

export interface SensorInput {
    /** Tells the game of an acceleration, in units of g along the phone's own axes. */
    accelerate(x: number, y: number, z: number): void;
}

type SensorCalls = Required<Pick<My, 'onAccelerometerChange' | 'offAccelerometerChange' | 'startAccelerometer' | 'stopAccelerometer'>>;

/** The accelerometer; listening starts it (platform facts 3.8). */
export function createSensor(bridge: Bridge): { calls: SensorCalls; user: SensorInput } {
    const changed = createListenerList<Acceleration>(bridge.life);
    let isStopped = false;
    return {
        calls: {
            onAccelerometerChange: (listener) => bridge.subscribe('onAccelerometerChange', 'input', () => {
                isStopped = false;
                changed.add(listener);
            }),
            offAccelerometerChange: (listener) => bridge.subscribe('offAccelerometerChange', 'input', () => changed.remove(listener)),
            startAccelerometer: (options) => bridge.call(options, {
                api: 'startAccelerometer', group: 'input',
                work: () => {
                    isStopped = false;
                    return succeed({});
                },
            }),
            stopAccelerometer: (options) => bridge.call(options, {
                api: 'stopAccelerometer', group: 'input',
                work: () => {
                    isStopped = true;
                    return succeed({});
                },
            }),
        },
        user: { accelerate: (x, y, z) => { if (!isStopped) changed.emit({ x, y, z }); } },
    };
}
