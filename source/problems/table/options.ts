import type { ProblemRow } from '../text';

/** AMG1xx: what is wrong with the options. */
export const optionProblems = {
    AMG101: {
        level: 'error',
        en: {
            what: 'There is no option of this name.',
            mend: 'Remove it, or write one of: {known}.',
        },
        zh: {
            what: '没有此名称的选项。',
            mend: '请删除该选项，或改用以下名称之一：{known}。',
        },
    },
    AMG102: {
        level: 'error',
        en: {
            what: 'There is no option of this name. Did you mean "{suggestion}"?',
            mend: 'Write "{suggestion}", or remove the option.',
        },
        zh: {
            what: '没有此名称的选项。是否想写“{suggestion}”？',
            mend: '请改为“{suggestion}”，或删除该选项。',
        },
    },
    AMG103: {
        level: 'error',
        en: {
            what: 'The value {value} has the wrong type.',
            mend: 'Give a value of JSON type {type}.',
        },
        zh: {
            what: '值 {value} 的类型不正确。',
            mend: '请使用 JSON 类型 {type} 的值。',
        },
    },
    AMG104: {
        level: 'error',
        en: {
            what: 'The value {value} is not one of the choices.',
            mend: 'Write one of: {choices}.',
        },
        zh: {
            what: '值 {value} 不在可选范围内。',
            mend: '请使用以下值之一：{choices}。',
        },
    },
    AMG105: {
        level: 'error',
        en: {
            what: 'The number {value} is out of range.',
            mend: 'Allowed ({unit}): {range}.',
        },
        zh: {
            what: '数值 {value} 超出允许范围。',
            mend: '允许的范围（{unit}）：{range}。',
        },
    },
    AMG106: {
        level: 'error',
        en: {
            what: 'The property "{property}" is missing here.',
            mend: 'Add "{property}" to this entry.',
        },
        zh: {
            what: '此处缺少属性“{property}”。',
            mend: '请在该项中加入“{property}”。',
        },
    },
    AMG107: {
        level: 'error',
        en: {
            what: 'The value {value} does not have the required form.',
            mend: 'Write a value that fits {rule}.',
        },
        zh: {
            what: '值 {value} 的格式不符合要求。',
            mend: '请填写符合 {rule} 的值。',
        },
    },
    AMG108: {
        level: 'warning',
        en: {
            what: 'The option stands among the common options, where it is not read.',
            mend: 'Move it to {place}.',
        },
        zh: {
            what: '该选项写在通用选项中，不会被读取。',
            mend: '请将它移到 {place}。',
        },
    },
    AMG109: {
        level: 'error',
        en: {
            what: 'The same option is set twice: {first} says {firstValue}, {second} says {secondValue}.',
            mend: 'Keep it in one of the two places, or give both the same value.',
        },
        zh: {
            what: '同一选项设置了两次：{first} 为 {firstValue}，{second} 为 {secondValue}。',
            mend: '请只保留其中一处，或将两处设为相同的值。',
        },
    },
    AMG110: {
        level: 'error',
        en: {
            what: 'The resource server address is not a complete web address.',
            mend: 'Write it in full, for example https://cdn.example.com/my-game/.',
        },
        zh: {
            what: '资源服务器地址不是完整的网址。',
            mend: '请填写完整地址，例如 https://cdn.example.com/my-game/。',
        },
    },
    AMG111: {
        level: 'error',
        en: {
            what: 'The resource server address uses {scheme}; Alipay loads only from https.',
            mend: 'Serve the remote folder over https and write that address. Plain http is allowed only for this computer (localhost).',
        },
        zh: {
            what: '资源服务器地址使用了 {scheme}，支付宝只允许从 https 加载。',
            mend: '请通过 https 提供远程资源并填写该地址。http 仅可用于本机（localhost）。',
        },
    },
    AMG112: {
        level: 'warning',
        en: {
            what: 'The resource server address is plain http on this computer: devices refuse it.',
            mend: 'Use it only for tries on this computer, and an https address for everything else.',
        },
        zh: {
            what: '资源服务器地址是本机的 http 地址，真机会拒绝访问。',
            mend: '请仅在本机调试时使用，其他情况请使用 https 地址。',
        },
    },
    AMG113: {
        level: 'error',
        en: {
            what: 'The resource server address has a query or a fragment ("?" or "#"): file names cannot be appended to it.',
            mend: 'Write the address of a folder, without "?" and "#".',
        },
        zh: {
            what: '资源服务器地址带有查询参数或片段（“?”或“#”），无法在其后拼接文件名。',
            mend: '请填写文件夹地址，不要包含“?”和“#”。',
        },
    },
    AMG114: {
        level: 'error',
        en: {
            what: 'The resource server address contains a user name or password, which every player could read in the package.',
            mend: 'Remove the part before "@" from the address, and change that password if it was ever published.',
        },
        zh: {
            what: '资源服务器地址包含用户名或密码，任何玩家都能在包内读到。',
            mend: '请删除地址中“@”之前的部分；若曾经发布过，请更换该密码。',
        },
    },
    AMG115: {
        level: 'error',
        en: {
            what: 'The Cocos CLI cannot build with a separate engine.',
            mend: 'Set "separateEngine" to false, or build with Cocos Creator.',
        },
        zh: {
            what: 'Cocos CLI 不支持分离引擎构建。',
            mend: '请将“separateEngine”设为 false，或使用 Cocos Creator 构建。',
        },
    },
    AMG116: {
        level: 'error',
        en: {
            what: 'The Cocos CLI cannot build a WebAssembly subpackage.',
            mend: 'Set "wasmSubpackage" to false, or build with Cocos Creator.',
        },
        zh: {
            what: 'Cocos CLI 不支持 WebAssembly 分包构建。',
            mend: '请将“wasmSubpackage”设为 false，或使用 Cocos Creator 构建。',
        },
    },
    AMG117: {
        level: 'error',
        en: {
            what: 'Remote bundles have no address to be loaded from: {bundles}.',
            mend: 'Set "remoteUrl" (or the common option "server") to the https address of the folder that the remote bundles are uploaded to, make these bundles local, or set "allowMissingRemoteUrl" if the game sets the address itself.',
        },
        zh: {
            what: '远程 Bundle 没有可用的加载地址：{bundles}。',
            mend: '请将“remoteUrl”（或通用选项“server”）设为远程 Bundle 上传目录的 https 地址，或将这些 Bundle 改为本地；若游戏自行设置地址，请开启“allowMissingRemoteUrl”。',
        },
    },
    AMG118: {
        level: 'error',
        en: {
            what: 'The engine\'s native code is built as WebAssembly only, but engine 3.8 does not use WebAssembly on Alipay: physics and Spine would not start.',
            mend: 'Set "nativeCodeBundleMode" to "asmjs" or "both".',
        },
        zh: {
            what: '引擎的原生代码模块仅以 WebAssembly 构建，但 3.8 引擎在支付宝上不使用 WebAssembly，物理与 Spine 将无法启动。',
            mend: '请将“nativeCodeBundleMode”设为 “asmjs” 或 “both”。',
        },
    },
    AMG119: {
        level: 'error',
        en: {
            what: 'The limit of the main package ({main} bytes) is above that of the whole package ({total} bytes).',
            mend: 'Make "mainPackageLimit" at most as large as "totalLimit", or set one of them to 0.',
        },
        zh: {
            what: '主包大小上限（{main} 字节）高于总包大小上限（{total} 字节）。',
            mend: '请使“mainPackageLimit”不大于“totalLimit”，或将其中一个设为 0。',
        },
    },
    AMG120: {
        level: 'error',
        en: {
            what: 'The value {value} is not a color.',
            mend: 'Write it as #rgb or #rrggbb, for example #1b2430.',
        },
        zh: {
            what: '值 {value} 不是颜色。',
            mend: '请使用 #rgb 或 #rrggbb 格式，例如 #1b2430。',
        },
    },
    AMG121: {
        level: 'error',
        en: {
            what: 'The picture is not there: {path}.',
            mend: 'Write the path of a PNG or JPEG relative to the project, for example assets/start/logo.png, or leave the option empty.',
        },
        zh: {
            what: '找不到图片：{path}。',
            mend: '请填写 PNG 或 JPEG 图片相对于项目的路径，例如 assets/start/logo.png；不需要时请留空。',
        },
    },
    AMG122: {
        level: 'error',
        en: {
            what: 'The picture {path} is outside of the project: nobody else who builds the game would have it.',
            mend: 'Copy it into the project and write its path relative to the project.',
        },
        zh: {
            what: '图片 {path} 位于项目之外，其他构建此游戏的人无法获得该文件。',
            mend: '请将图片复制到项目内，并填写相对于项目的路径。',
        },
    },
    AMG123: {
        level: 'error',
        en: {
            what: 'The picture {path} is neither a PNG nor a JPEG by its content.',
            mend: 'Save it as PNG or JPEG with a picture editor: a file is not converted by renaming it.',
        },
        zh: {
            what: '从内容看，图片 {path} 既不是 PNG 也不是 JPEG。',
            mend: '请用图片编辑软件另存为 PNG 或 JPEG；仅修改扩展名不会转换格式。',
        },
    },
    AMG124: {
        level: 'error',
        en: {
            what: 'The pictures of the first screen take {bytes} bytes, more than {limit} together ({files}).',
            mend: 'Make them smaller: the first screen is seen for seconds, and its pictures are loaded before it. A JPEG suits photos, a PNG with few colors suits logos.',
        },
        zh: {
            what: '首屏图片共 {bytes} 字节，超过合计上限 {limit} 字节（{files}）。',
            mend: '请压缩图片：首屏只显示几秒，而图片要先于画面加载。照片适合用 JPEG，Logo 适合用颜色较少的 PNG。',
        },
    },
    AMG125: {
        level: 'error',
        en: {
            what: 'The picture {path} is animated, and the first screen shows still pictures.',
            mend: 'Save one frame of it as PNG or JPEG.',
        },
        zh: {
            what: '图片 {path} 是动图，而首屏只显示静态图片。',
            mend: '请将其中一帧另存为 PNG 或 JPEG。',
        },
    },
    AMG126: {
        level: 'error',
        en: {
            what: 'The picture {path} is {width} x {height} pixels; graphics chips of old phones take at most {limit} a side.',
            mend: 'Scale it down: screens of phones show no more than that.',
        },
        zh: {
            what: '图片 {path} 为 {width} x {height} 像素；旧手机的图形芯片每边最多支持 {limit} 像素。',
            mend: '请缩小图片：手机屏幕无法显示更多像素。',
        },
    },
} as const satisfies Record<string, ProblemRow>;
