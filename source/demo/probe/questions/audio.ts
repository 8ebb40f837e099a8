import type { InnerAudioContext } from '../../../platform';
import { waitFor } from '../outcome';
import type { Question } from '../question';

/** The events of a sound (platform facts 3.7). Asked after a touch, since phones keep sound back until one. */
export const audioQuestion: Question = {
    name: 'audio',
    about: ['audioOnPlay', 'audioOnCanPlay'],
    async ask({ my, clock, answers }) {
        const sound: InnerAudioContext = my.createInnerAudioContext!();
        answers.answer('audioOnCanPlay', typeof sound.onCanPlay === 'function');
        let moved = false;
        const event = await waitFor<'play' | 'ended' | 'error'>(clock, 6_000, (tell) => {
            sound.onPlay(() => tell('play'));
            sound.onEnded(() => tell('ended'));
            sound.onError(() => tell('error'));
            sound.src = answers.switches.packagePaths === 'absolute' ? '/silence.mp3' : 'silence.mp3';
            sound.play();
            clock.setTimeout(() => { moved = sound.currentTime > 0; }, 2_000);
        });
        answers.answer('audioOnPlay', event === 'play' ? true : event === 'ended' || moved ? false : undefined, 'the sound did not play');
        sound.destroy();
    },
};
