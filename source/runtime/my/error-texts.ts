/** Imported for what it does: from then on failures are known by their words, too. */
import { kindOfText } from './errors';

// Quota comes first: a host says "exceeded" in many ways, also in Chinese (the last pattern is the engine's own test).
kindOfText.push(
    [/quota|exceed|no space|ENOSPC|out of storage|maximum size|空间不足|超[出过]|上限|已满/i, 'quota'],
    [/no such|not (found|exist)|ENOENT|不存在/i, 'not-found'],
    [/already exist|EEXIST|已存在/i, 'exists'],
    [/permission|denied|EACCES|权限/i, 'no-permission'],
    [/time ?out|超时/i, 'timeout'],
);
