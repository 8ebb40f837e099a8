// Generated from source/options by `npm run generate`. Do not edit.
'use strict';

module.exports = {
    "title": "Alipay Mini Game",
    "description": "Publishes Cocos games to Alipay Mini Game: package, resource server, cache, preview.",
    "run": "Preview",
    "upload": "Deliver remote bundles",
    "deployLastBuild": "Alipay Mini Game: deliver the last build's remote bundles",
    "previewLastBuild": "Alipay Mini Game: preview the last build",
    "options": {
        "startSceneAssetBundle": {
            "label": "Start scene bundle",
            "description": "Puts the start scene and what it needs into a bundle of its own that stays in the main package.",
            "rule": "Yes or no"
        },
        "deviceOrientation": {
            "label": "Orientation",
            "description": "How the game stands on the screen.",
            "rule": "One of: landscape, portrait",
            "choices": {
                "landscape": "Landscape",
                "portrait": "Portrait"
            }
        },
        "polyfills": {
            "label": "Polyfills",
            "description": "Language features that are added for old clients.",
            "properties": {
                "asyncFunctions": {
                    "label": "Async functions",
                    "description": "Compiles async functions for clients that do not know them and adds the code they need.",
                    "rule": "Yes or no"
                }
            }
        },
        "separateEngine": {
            "label": "Separate engine",
            "description": "Takes the engine from Alipay's engine plugin instead of the package. Only Creator can build this.",
            "rule": "Yes or no"
        },
        "wasmSubpackage": {
            "label": "WebAssembly subpackage",
            "description": "Puts the engine's native code into a subpackage of its own. Only Creator can build this.",
            "rule": "Yes or no"
        },
        "subpackages": {
            "label": "Subpackages",
            "description": "Subpackages besides those made from bundles: folders of the package with a game.js of their own.",
            "rule": "A list",
            "properties": {
                "name": {
                    "label": "Name",
                    "description": "The name to load the subpackage by."
                },
                "root": {
                    "label": "Folder",
                    "description": "The folder, relative to the package root."
                }
            }
        },
        "remoteUrl": {
            "label": "Resource server address",
            "description": "The https address of the folder that remote bundles are uploaded to.",
            "rule": "A full https address, without query and without password"
        },
        "allowMissingRemoteUrl": {
            "label": "Allow a missing server address",
            "description": "Lets a release build with remote bundles pass without a resource server address, for games that set it themselves at run time.",
            "rule": "Yes or no"
        },
        "remoteOutput": {
            "label": "Remote folder",
            "description": "Where remote bundles are written: beside the package, so that they are never uploaded with it, or inside it, where Creator leaves them.",
            "rule": "One of: beside, inside",
            "choices": {
                "beside": "Beside the package",
                "inside": "Inside the package"
            }
        },
        "archiveRemote": {
            "label": "Zip the remote folder",
            "description": "Also writes the remote bundles as one zip file, ready to upload.",
            "rule": "Yes or no"
        },
        "mainPackage": {
            "label": "Main package",
            "description": "What the main package holds: the game, or only its first screen, while engine, scripts and built-in bundles arrive as a subpackage of their own and count only towards the 20 MB. Alipay loads subpackages for mini games of companies only, and not in the apps 支小宝 and 安诊儿.",
            "rule": "One of: standard, lean",
            "choices": {
                "standard": "The game",
                "lean": "The first screen"
            }
        },
        "adapter": {
            "label": "Adapters",
            "description": "Whose adapters stand between the engine and Alipay: those of this extension, or those that come with the engine.",
            "rule": "One of: bundled, engine",
            "choices": {
                "bundled": "This extension's",
                "engine": "The engine's"
            }
        },
        "mainPackageLimit": {
            "label": "Main package limit",
            "description": "The build fails when the main package is larger, in bytes. 0: not set, passing Alipay's 4 MB is a warning.",
            "rule": "A whole number (bytes): 0, 1000–100000000"
        },
        "totalLimit": {
            "label": "Total limit",
            "description": "The build fails when main package and subpackages together are larger, in bytes. 0: not set, passing Alipay's 20 MB is a warning.",
            "rule": "A whole number (bytes): 0, 1000–100000000"
        },
        "strict": {
            "label": "Strict",
            "description": "The build fails when the package passes Alipay's limits of 4 MB or 20 MB.",
            "rule": "Yes or no"
        },
        "firstScreen": {
            "label": "First screen",
            "description": "Draws a picture with a progress bar at once, until the game's first frame. Switched off, a start that fails still says so on the screen.",
            "rule": "Yes or no"
        },
        "firstScreenColors": {
            "label": "First screen colors",
            "description": "The colors of the first screen, as #rgb or #rrggbb.",
            "properties": {
                "background": {
                    "label": "Background",
                    "description": "Color of the whole screen, seen beside the picture and through it.",
                    "rule": "A color as #rgb or #rrggbb"
                },
                "bar": {
                    "label": "Bar",
                    "description": "Color of the progress made.",
                    "rule": "A color as #rgb or #rrggbb"
                },
                "track": {
                    "label": "Track",
                    "description": "Color of the progress still to come.",
                    "rule": "A color as #rgb or #rrggbb"
                },
                "text": {
                    "label": "Text",
                    "description": "Color of the texts.",
                    "rule": "A color as #rgb or #rrggbb"
                }
            }
        },
        "firstScreenLogo": {
            "label": "First screen logo",
            "description": "A PNG or JPEG of the project for the middle of the first screen, as a path relative to the project. Together with the background at most 200,000 bytes.",
            "rule": "A path relative to the project"
        },
        "firstScreenBackground": {
            "label": "First screen background",
            "description": "A PNG or JPEG of the project that fills the first screen, as a path relative to the project. Its edges are cut off where the screen has another shape.",
            "rule": "A path relative to the project"
        },
        "firstScreenText": {
            "label": "First screen text",
            "description": "A line below the progress bar, in the language of the player's phone.",
            "properties": {
                "en": {
                    "label": "English",
                    "description": "The line for every language but Chinese, at most 40 characters; empty for none.",
                    "rule": "A text of the form .{1,40}"
                },
                "zh": {
                    "label": "Chinese",
                    "description": "The line for phones in Chinese, at most 20 characters; empty for none.",
                    "rule": "A text of the form .{1,20}"
                }
            }
        },
        "engineSplash": {
            "label": "Engine splash",
            "description": "The splash picture that the engine shows before the start scene: as set in the project, or none, which also takes its picture out of the package. Cocos' terms may ask for it: leave it out only where your edition allows.",
            "rule": "One of: project, off",
            "choices": {
                "project": "As in the project",
                "off": "None"
            }
        },
        "showStatusBar": {
            "label": "Status bar",
            "description": "Shows the phone's status bar above the game.",
            "rule": "Yes or no"
        },
        "networkTimeout": {
            "label": "Network timeouts",
            "description": "How long the game waits for the network before it gives up, in milliseconds.",
            "properties": {
                "request": {
                    "label": "Request",
                    "description": "Time allowed for a request, in milliseconds.",
                    "rule": "A whole number (ms): 1000–600000"
                },
                "connectSocket": {
                    "label": "Socket",
                    "description": "Time allowed to open a socket, in milliseconds.",
                    "rule": "A whole number (ms): 1000–600000"
                },
                "download": {
                    "label": "Download",
                    "description": "Time allowed for a download, in milliseconds.",
                    "rule": "A whole number (ms): 1000–600000"
                },
                "upload": {
                    "label": "Upload",
                    "description": "Time allowed for an upload, in milliseconds.",
                    "rule": "A whole number (ms): 1000–600000"
                }
            }
        },
        "iOSHighPerformance": {
            "label": "iOS high performance",
            "description": "Asks for the high-performance mode on iOS. Clients from 10.8.6 on use it anyway.",
            "rule": "Yes or no"
        },
        "cacheQuota": {
            "label": "Cache size",
            "description": "How much the asset cache may keep on the phone, in bytes. 0: not set, the cache learns the phone's limit.",
            "rule": "A whole number (bytes): 0, 1000000–1000000000"
        },
        "recordHost": {
            "label": "Record the host",
            "description": "Writes what the host does during the build into a folder beside the output (…-recording): hooks, keys, paths, names and sizes of files, without your account's name, texts of options or file contents. For reports to the extension's authors (docs/verify.md).",
            "rule": "Yes or no"
        }
    }
};
