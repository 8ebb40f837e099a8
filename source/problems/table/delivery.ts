import type { ProblemRow } from '../text';

/** Delivery to the resource server: its config (500-509), what shall be delivered (510-519), the delivery itself (520-539). */
export const deliveryProblems = {
    AMG500: {
        level: 'error',
        en: { what: 'The deploy config cannot be read: {reason}.', mend: 'Give a JSON file with `target`, or with a section `deploy` that holds it: see cocos-alipay-mini-game/docs/deploy.md.' },
        zh: { what: '无法读取部署配置：{reason}。', mend: '请提供含有 `target` 的 JSON 文件，或在 `deploy` 一节中包含它的 JSON 文件：见 cocos-alipay-mini-game/docs/deploy.md。' },
    },
    AMG501: {
        level: 'error',
        en: { what: 'The deploy config has no such key.', mend: 'Remove it. Known here: {known}.' },
        zh: { what: '部署配置没有这个键。', mend: '请删除。此处可用的键：{known}。' },
    },
    AMG502: {
        level: 'error',
        en: { what: 'The deploy config has no such key.', mend: 'Did you mean "{suggestion}"?' },
        zh: { what: '部署配置没有这个键。', mend: '您是否想写 “{suggestion}”？' },
    },
    AMG503: {
        level: 'error',
        en: { what: 'The value does not fit: {rule}.', mend: 'Write it as cocos-alipay-mini-game/docs/deploy.md shows it.' },
        zh: { what: '该值不符合要求：{rule}。', mend: '请按 cocos-alipay-mini-game/docs/deploy.md 所示书写。' },
    },
    AMG504: {
        level: 'error',
        en: { what: 'A secret has no place in a deploy config.', mend: 'Remove it here, change that key at the provider, and give the new one in the environment ({variables}) or in a credentials file named by `credentials.file`.' },
        zh: { what: '部署配置中不能写入密钥。', mend: '请将其删除，在服务商处更换该密钥，并通过环境变量（{variables}）或 `credentials.file` 指定的凭据文件提供新的密钥。' },
    },
    AMG505: {
        level: 'error',
        en: { what: 'There are no access keys for the store.', mend: 'Set them in the environment ({variables}), or name a credentials file by `credentials.file`.' },
        zh: { what: '没有对象存储的访问密钥。', mend: '请设置环境变量（{variables}），或用 `credentials.file` 指定凭据文件。' },
    },
    AMG506: {
        level: 'error',
        en: { what: 'The credentials file gives no keys for the profile "{profile}": {reason}.', mend: 'It needs a section [{profile}] with aws_access_key_id and aws_secret_access_key, as AWS\' own tools write it.' },
        zh: { what: '凭据文件没有给出配置 “{profile}” 的密钥：{reason}。', mend: '文件中应有 [{profile}] 一节，包含 aws_access_key_id 和 aws_secret_access_key，格式与 AWS 工具相同。' },
    },
    AMG507: {
        level: 'error',
        en: { what: 'It is not said where to deliver to.', mend: 'Put alipay-deploy.json into the project\'s folder (see cocos-alipay-mini-game/docs/deploy.md); on the command line also --config FILE, or --to DIR.' },
        zh: { what: '没有指定部署目标。', mend: '请在项目文件夹中放置 alipay-deploy.json（见 cocos-alipay-mini-game/docs/deploy.md）；命令行中也可用 --config FILE 或 --to DIR。' },
    },
    AMG508: {
        level: 'error',
        en: { what: 'The target folder and the folder to deliver lie inside each other.', mend: 'Choose a target outside of {folder}.' },
        zh: { what: '目标文件夹与待部署的文件夹互相包含。', mend: '请选择 {folder} 之外的目标。' },
    },
    AMG509: {
        level: 'error',
        en: { what: 'The key "{property}" is missing.', mend: 'Add it; cocos-alipay-mini-game/docs/deploy.md shows an example of each target.' },
        zh: { what: '缺少键 “{property}”。', mend: '请添加；cocos-alipay-mini-game/docs/deploy.md 中有各种目标的示例。' },
    },
    AMG510: {
        level: 'error',
        en: { what: 'There is nothing to deliver: no folder remote/ belongs to it.', mend: 'Name the package (the folder with game.json) or its -remote folder, after a build with remote bundles.' },
        zh: { what: '没有可部署的内容：找不到所属的 remote/ 文件夹。', mend: '请在构建含远程 Bundle 的游戏之后，指定小游戏包（含 game.json 的文件夹）或其 -remote 文件夹。' },
    },
    AMG511: {
        level: 'error',
        en: { what: 'The package names the remote bundle "{bundle}", whose config is not in the folder to deliver.', mend: 'Build again; deliver the -remote folder of the same build.' },
        zh: { what: '包引用了远程 Bundle “{bundle}”，但待部署的文件夹中没有它的 config。', mend: '请重新构建，并部署同一次构建的 -remote 文件夹。' },
    },
    AMG512: {
        level: 'error',
        en: { what: 'The file is not what the build made: {reason}.', mend: 'Build again, and let nothing change the -remote folder afterwards.' },
        zh: { what: '该文件与构建结果不一致：{reason}。', mend: '请重新构建，之后不要改动 -remote 文件夹。' },
    },
    AMG513: {
        level: 'warning',
        en: { what: 'The bundle\'s names have no md5: its files on the server are replaced while players use them.', mend: 'Turn on "MD5 Cache" (`md5Cache`) in the build.' },
        zh: { what: '该 Bundle 的文件名没有 md5：服务器上的文件会在玩家使用时被替换。', mend: '请在构建中开启 “MD5 缓存”（`md5Cache`）。' },
    },
    AMG514: {
        level: 'warning',
        en: { what: 'Another file of this name was on the server; caches may keep it, since names with an md5 never change their content.', mend: 'Find what changes files after the md5 was put into their names; purge the CDN\'s cache for this file.' },
        zh: { what: '服务器上已有同名但内容不同的文件；带 md5 的文件名内容不应改变，缓存可能保留旧文件。', mend: '请查找是什么在写入 md5 之后修改了文件，并清除 CDN 中该文件的缓存。' },
    },
    AMG515: {
        level: 'error',
        en: { what: 'The folder to deliver could not be read, or the files beside it could not be written ({operation}): {reason}.', mend: 'Check the rights of both and the free space, then run the same command again.' },
        zh: { what: '无法读取待部署的文件夹，或无法写入它旁边的文件（{operation}）：{reason}。', mend: '请检查两者的权限与磁盘空间，然后再次运行同一命令。' },
    },
    AMG520: {
        level: 'error',
        en: { what: 'The delivery stopped: {count} files are not on {target}: {files}', mend: 'Run the same command again: it goes on where this one stopped. Bundle configs were held back, players still get the former version.' },
        zh: { what: '部署已停止：{target} 上缺少 {count} 个文件：{files}', mend: '请再次运行同一命令，它会从中断处继续。Bundle 的 config 尚未发布，玩家仍使用之前的版本。' },
    },
    AMG521: {
        level: 'error',
        en: { what: 'The file could not be delivered after {attempts} attempts: {reason}.', mend: 'Check the connection and the target\'s health, then run the same command again.' },
        zh: { what: '尝试 {attempts} 次后仍无法部署该文件：{reason}。', mend: '请检查网络与目标的状态，然后再次运行同一命令。' },
    },
    AMG522: {
        level: 'error',
        en: { what: 'The store refuses the keys: {reason}.', mend: 'Check the access key and its secret, that they have not expired, and that they may list, read and write objects of this bucket.' },
        zh: { what: '对象存储拒绝了密钥：{reason}。', mend: '请检查 AccessKey 及其密钥是否正确、是否已过期，并确认它有权列出、读取和写入该存储桶的对象。' },
    },
    AMG523: {
        level: 'error',
        en: { what: 'The store does not know the bucket there: {reason}.', mend: 'Check `bucket`, `region`, `endpoint` and `addressing` of the deploy config.' },
        zh: { what: '对象存储在该处找不到存储桶：{reason}。', mend: '请检查部署配置中的 `bucket`、`region`、`endpoint` 和 `addressing`。' },
    },
    AMG524: {
        level: 'error',
        en: { what: 'The target does not take the file: {reason}.', mend: 'Mend what the reason names, then run the same command again.' },
        zh: { what: '目标不接受该文件：{reason}。', mend: '请按原因修正后再次运行同一命令。' },
    },
    AMG525: {
        level: 'warning',
        en: { what: 'Nothing shows that the command delivered the files: only its exit code was checked.', mend: 'Give `publicUrl` in the deploy config: each file is then fetched and compared.' },
        zh: { what: '无法确认命令已部署文件：只检查了它的退出码。', mend: '请在部署配置中给出 `publicUrl`，之后会逐个下载并比较文件。' },
    },
    AMG530: {
        level: 'error',
        en: { what: 'Players will not find the delivered files under this address: {reason}.', mend: 'Correct `remoteUrl` and build again, or deliver to where it points; then check that the address is public.' },
        zh: { what: '玩家无法通过该地址找到已部署的文件：{reason}。', mend: '请修正 `remoteUrl` 并重新构建，或部署到它所指向的位置；并确认该地址可公开访问。' },
    },
    AMG531: {
        level: 'error',
        en: { what: 'There is no public address to check.', mend: 'Set `remoteUrl` in the build, or `publicUrl` in the deploy config, or leave out --verify-url.' },
        zh: { what: '没有可检查的公开地址。', mend: '请在构建中设置 `remoteUrl`，或在部署配置中设置 `publicUrl`，或去掉 --verify-url。' },
    },
} as const satisfies Record<string, ProblemRow>;
