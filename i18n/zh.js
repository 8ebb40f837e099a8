// Generated from source/options by `npm run generate`. Do not edit.
'use strict';

module.exports = {
    "title": "支付宝小游戏",
    "description": "将 Cocos 游戏发布为支付宝小游戏：打包、远程资源、缓存与预览。",
    "run": "预览",
    "upload": "部署远程 Bundle",
    "deployLastBuild": "支付宝小游戏：部署最近一次构建的远程 Bundle",
    "previewLastBuild": "支付宝小游戏：预览最近一次构建",
    "options": {
        "startSceneAssetBundle": {
            "label": "初始场景分包",
            "description": "将初始场景及其依赖资源单独打成一个 Bundle，并保留在主包内。",
            "rule": "是或否"
        },
        "deviceOrientation": {
            "label": "设备方向",
            "description": "游戏在屏幕上的显示方向。",
            "rule": "可选值：landscape、portrait",
            "choices": {
                "landscape": "横屏",
                "portrait": "竖屏"
            }
        },
        "polyfills": {
            "label": "Polyfills",
            "description": "为旧版客户端补充的语言特性。",
            "properties": {
                "asyncFunctions": {
                    "label": "异步函数",
                    "description": "为不支持异步函数的客户端编译 async 函数，并加入所需的代码。",
                    "rule": "是或否"
                }
            }
        },
        "separateEngine": {
            "label": "分离引擎",
            "description": "引擎使用支付宝的引擎插件，不放入包内。仅 Creator 支持此构建方式。",
            "rule": "是或否"
        },
        "wasmSubpackage": {
            "label": "WebAssembly 分包",
            "description": "将引擎的原生代码模块放入单独的分包。仅 Creator 支持此构建方式。",
            "rule": "是或否"
        },
        "subpackages": {
            "label": "分包",
            "description": "由 Bundle 生成的分包之外的分包：包内带有自己的 game.js 的文件夹。",
            "rule": "列表",
            "properties": {
                "name": {
                    "label": "名称",
                    "description": "加载分包时使用的名称。"
                },
                "root": {
                    "label": "文件夹",
                    "description": "相对于包根目录的文件夹。"
                }
            }
        },
        "remoteUrl": {
            "label": "资源服务器地址",
            "description": "远程 Bundle 上传目录的 https 地址。",
            "rule": "完整的 https 地址，不含查询参数与密码"
        },
        "allowMissingRemoteUrl": {
            "label": "允许缺少资源服务器地址",
            "description": "含远程 Bundle 的发布构建没有资源服务器地址时也允许通过，适用于在运行时自行设置地址的游戏。",
            "rule": "是或否"
        },
        "remoteOutput": {
            "label": "远程资源目录",
            "description": "远程 Bundle 的输出位置：包目录旁（不会随包上传），或包目录内（与 Creator 的默认位置相同）。",
            "rule": "可选值：beside、inside",
            "choices": {
                "beside": "包目录旁",
                "inside": "包目录内"
            }
        },
        "archiveRemote": {
            "label": "压缩远程资源",
            "description": "另外将远程 Bundle 打成一个 zip 文件，便于上传。",
            "rule": "是或否"
        },
        "mainPackage": {
            "label": "主包内容",
            "description": "主包包含整个游戏，或仅包含首屏；后者把引擎、脚本与内置 Bundle 放入单独的分包，只计入 20 MB 总大小。分包加载仅对企业主体开放，且支小宝、安诊儿宿主不支持。",
            "rule": "可选值：standard、lean",
            "choices": {
                "standard": "整个游戏",
                "lean": "仅首屏"
            }
        },
        "adapter": {
            "label": "适配层",
            "description": "引擎与支付宝之间使用的适配层：本扩展自带的，或引擎自带的。",
            "rule": "可选值：bundled、engine",
            "choices": {
                "bundled": "扩展自带",
                "engine": "引擎自带"
            }
        },
        "mainPackageLimit": {
            "label": "主包大小上限",
            "description": "主包超过此大小时构建失败，单位为字节。0 表示不设置，超过支付宝的 4 MB 限制时仅警告。",
            "rule": "整数（字节）：0, 1000–100000000"
        },
        "totalLimit": {
            "label": "总包大小上限",
            "description": "主包与所有分包之和超过此大小时构建失败，单位为字节。0 表示不设置，超过支付宝的 20 MB 限制时仅警告。",
            "rule": "整数（字节）：0, 1000–100000000"
        },
        "strict": {
            "label": "严格模式",
            "description": "包大小超过支付宝的 4 MB 或 20 MB 限制时构建失败。",
            "rule": "是或否"
        },
        "firstScreen": {
            "label": "首屏画面",
            "description": "启动后立即绘制带进度条的画面，直到游戏的第一帧。关闭后，启动失败时仍会显示提示。",
            "rule": "是或否"
        },
        "firstScreenColors": {
            "label": "首屏颜色",
            "description": "首屏画面的颜色，格式为 #rgb 或 #rrggbb。",
            "properties": {
                "background": {
                    "label": "背景",
                    "description": "整个屏幕的颜色，在背景图四周及其透明处可见。",
                    "rule": "颜色，格式为 #rgb 或 #rrggbb"
                },
                "bar": {
                    "label": "进度条",
                    "description": "已完成进度的颜色。",
                    "rule": "颜色，格式为 #rgb 或 #rrggbb"
                },
                "track": {
                    "label": "进度槽",
                    "description": "未完成进度的颜色。",
                    "rule": "颜色，格式为 #rgb 或 #rrggbb"
                },
                "text": {
                    "label": "文字",
                    "description": "文字的颜色。",
                    "rule": "颜色，格式为 #rgb 或 #rrggbb"
                }
            }
        },
        "firstScreenLogo": {
            "label": "首屏 Logo",
            "description": "显示在首屏中央的 PNG 或 JPEG 图片，填写相对于项目的路径。与背景图合计不超过 200,000 字节。",
            "rule": "相对于项目的路径"
        },
        "firstScreenBackground": {
            "label": "首屏背景图",
            "description": "铺满首屏的 PNG 或 JPEG 图片，填写相对于项目的路径。屏幕比例不同时，图片边缘会被裁去。",
            "rule": "相对于项目的路径"
        },
        "firstScreenText": {
            "label": "首屏文字",
            "description": "进度条下方的一行文字，按玩家手机的语言显示。",
            "properties": {
                "en": {
                    "label": "英文",
                    "description": "用于中文以外的所有语言，最多 40 个字符；留空则不显示。",
                    "rule": "文本，格式为 .{1,40}"
                },
                "zh": {
                    "label": "中文",
                    "description": "用于中文手机，最多 20 个字符；留空则不显示。",
                    "rule": "文本，格式为 .{1,20}"
                }
            }
        },
        "engineSplash": {
            "label": "引擎插屏",
            "description": "引擎在初始场景之前显示的插屏：按项目设置显示，或不显示（同时从包内移除插屏图片）。Cocos 的条款可能要求保留插屏，请仅在所用版本允许时关闭。",
            "rule": "可选值：project、off",
            "choices": {
                "project": "按项目设置",
                "off": "不显示"
            }
        },
        "showStatusBar": {
            "label": "显示状态栏",
            "description": "在游戏上方显示手机状态栏。",
            "rule": "是或否"
        },
        "networkTimeout": {
            "label": "网络超时",
            "description": "网络操作的最长等待时间，单位为毫秒。",
            "properties": {
                "request": {
                    "label": "请求",
                    "description": "单次请求的最长时间，单位为毫秒。",
                    "rule": "整数（毫秒）：1000–600000"
                },
                "connectSocket": {
                    "label": "Socket",
                    "description": "建立 Socket 连接的最长时间，单位为毫秒。",
                    "rule": "整数（毫秒）：1000–600000"
                },
                "download": {
                    "label": "下载",
                    "description": "单次下载的最长时间，单位为毫秒。",
                    "rule": "整数（毫秒）：1000–600000"
                },
                "upload": {
                    "label": "上传",
                    "description": "单次上传的最长时间，单位为毫秒。",
                    "rule": "整数（毫秒）：1000–600000"
                }
            }
        },
        "iOSHighPerformance": {
            "label": "iOS 高性能模式",
            "description": "在 iOS 上申请高性能模式。10.8.6 及以上版本的客户端默认启用。",
            "rule": "是或否"
        },
        "cacheQuota": {
            "label": "缓存大小",
            "description": "资源缓存在手机上可占用的空间，单位为字节。0 表示不设置，由缓存自行获知手机的限制。",
            "rule": "整数（字节）：0, 1000000–1000000000"
        },
        "recordHost": {
            "label": "记录宿主行为",
            "description": "将构建过程中宿主的行为写入输出目录旁的文件夹（…-recording）：钩子、键名、路径、文件名和大小，不含您的用户名、选项中的文本和文件内容。用于向扩展作者反馈问题（docs/verify.zh-CN.md）。",
            "rule": "是或否"
        }
    }
};
