export const scenarioNames = ['cold', 'warm', 'killed', 'quota', 'flaky', 'offline', 'offline-cold', 'update', 'zip'] as const;

/** What happens to a game whose bundles are on a server. */
export type ScenarioName = (typeof scenarioNames)[number];

/** What a person reads of it. */
export const scenarioTexts: Readonly<Record<ScenarioName, string>> = {
    cold: 'first start, nothing on the phone',
    warm: 'second start on the same phone',
    killed: 'killed three times during downloads, then started again',
    quota: '5 MB of user data, started twice',
    flaky: '25 % of the requests fail',
    offline: 'started without a network after a first start with one',
    'offline-cold': 'first start without a network, which comes back later',
    update: 'a new md5 version after a first start of the old one',
    zip: 'remote bundles as zips, started twice',
};
