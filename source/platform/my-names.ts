/**
 * Every name that sources give for `my` in mini games, so that the preview tells apart what a client lacks, what the
 * preview itself does not act out, and what is no name of Alipay's. Names with a dot are members of an object of `my`.
 *
 * Left out: names that only make sense with the pages of a mini program (`navigateTo`, `createSelectorQuery`, the tab
 * bar ...). A game has no pages, and no source says that games have them.
 */
export interface MyNameGroup {
    readonly source: string;
    /** H: read in an official document or package; M: one good secondary source or several weak ones; L: one statement. */
    readonly confidence: 'H' | 'M' | 'L';
    readonly names: readonly string[];
}

export const myNameGroups: readonly MyNameGroup[] = [
    {
        source: 'what the engine and its adapters for Alipay call',
        confidence: 'H',
        names: [
            'env', 'SDKVersion', 'isIDE', 'canIUse', 'getSystemInfoSync', 'getSystemInfo', 'getFileSystemManager',
            'loadSubpackage', 'createCanvas', 'createImage', 'loadFont', 'setPreferredFramesPerSecond', 'triggerGC', 'request',
            'downloadFile', 'uploadFile', 'connectSocket', 'sendSocketMessage', 'closeSocket', 'onSocketOpen', 'offSocketOpen',
            'onSocketMessage', 'offSocketMessage', 'onSocketError', 'offSocketError', 'onSocketClose', 'offSocketClose',
            'setStorage', 'getStorage', 'removeStorage', 'clearStorage', 'getStorageInfo', 'setStorageSync', 'getStorageSync',
            'removeStorageSync', 'clearStorageSync', 'getStorageInfoSync', 'createInnerAudioContext', 'onTouchStart',
            'onTouchMove', 'onTouchEnd', 'onTouchCancel', 'offTouchStart', 'offTouchMove', 'offTouchEnd', 'offTouchCancel',
            'showKeyboard', 'hideKeyboard', 'updateKeyboard', 'onKeyboardInput', 'onKeyboardConfirm', 'onKeyboardComplete',
            'offKeyboardInput', 'offKeyboardConfirm', 'offKeyboardComplete', 'onAccelerometerChange', 'offAccelerometerChange',
            'onShow', 'offShow', 'onHide', 'offHide', 'onWindowResize', 'offWindowResize', 'onNetworkStatusChange',
            'offNetworkStatusChange', 'getNetworkType', 'onMemoryWarning', 'offMemoryWarning',
        ],
    },
    {
        source: 'typings made from the game documents (2025-09), and a third-party list of the game API that links to them',
        confidence: 'M',
        names: [
            'getAccountInfoSync', 'arrayBufferToBase64', 'base64ToArrayBuffer', 'isCollected', 'exitProgram', 'getWindowInfo',
            'getMenuButtonBoundingClientRect', 'getSystemSetting', 'getAppBaseInfo', 'getAppAuthorizeSetting', 'getBatteryInfo',
            'getBatteryInfoSync', 'getScreenBrightness', 'setScreenBrightness', 'setKeepScreenOn', 'getServerTime',
            'getEnterOptionsSync', 'getLaunchOptionsSync', 'onError', 'onUnhandledRejection', 'offUnhandledRejection',
            'getUpdateManager', 'navigateToMiniProgram', 'navigationToMiniProgram', 'navigateBackMiniProgram',
            'openEmbeddedMiniProgram', 'ap.openURL', 'showLoading', 'hideLoading', 'showToast', 'hideToast', 'alert', 'confirm',
            'showModal', 'prompt', 'showActionSheet', 'startAccelerometer', 'stopAccelerometer', 'startDeviceMotionListening',
            'stopDeviceMotionListening', 'onDeviceMotionChange', 'offDeviceMotionChange', 'startCompass', 'stopCompass',
            'onCompassChange', 'offCompassChange', 'startGyroscope', 'stopGyroscope', 'onGyroscopeChange', 'offGyroscopeChange',
            'vibrate', 'vibrateShort', 'vibrateLong', 'watchShake', 'scanCode', 'getClipboard', 'setClipboard',
            'onUserCaptureScreen', 'offUserCaptureScreen', 'showAuthGuide', 'addPhoneContact', 'makePhoneCall', 'sendSMS',
            'chooseContact', 'chooseAlipayContact', 'choosePhoneContact', 'getAuthCode', 'getAuthUserInfo', 'createBannerAd',
            'createRewardedAd', 'createInterstitialAd', 'createGameClubButton', 'getGameClubData', 'onShareAppMessage',
            'showSharePanel', 'showShareMenu', 'hideShareMenu', 'hideAddToDesktopMenu', 'requestGamePayment', 'tradePay',
            'paySignCenter', 'canAddGameCenterToMyApps', 'addGameCenterToMyApps', 'getChannelCode',
            'gameBiz.reportLoadingCompleted', 'gameBiz.reportGamePlay', 'gameBiz.reportGameCharacterCreated',
            'gameBiz.reportAuthorized', 'gameBiz.reportCustomEvent', 'previewImage', 'chooseImage', 'chooseVideo', 'getImageInfo',
            'compressImage', 'generateImageFromCode', 'getVideoInfo', 'saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum',
            'getRecorderManager', 'getAvailableAudioSources', 'detectFileType', 'saveFileToDisk', 'openDocument', 'createWorker',
            'getLocation', 'chooseLocation', 'openLocation', 'chooseCity', 'chooseDistrict', 'regionPicker', 'multiLevelSelect',
            'optionsSelect', 'getMainSelectedCity', 'openBluetoothAdapter', 'closeBluetoothAdapter', 'getBluetoothAdapterState',
            'onBluetoothAdapterStateChange', 'offBluetoothAdapterStateChange', 'startBluetoothDevicesDiscovery',
            'stopBluetoothDevicesDiscovery', 'onBluetoothDeviceFound', 'offBluetoothDeviceFound', 'getBluetoothDevices',
            'getConnectedBluetoothDevices', 'makeBluetoothPair', 'getBluetoothPairs', 'cancelBluetoothPair', 'connectBLEDevice',
            'disconnectBLEDevice', 'getBLEDeviceServices', 'getBLEDeviceCharacteristics', 'notifyBLECharacteristicValueChange',
            'onBLECharacteristicValueChange', 'offBLECharacteristicValueChange', 'writeBLECharacteristicValue',
            'readBLECharacteristicValue', 'getBLEDeviceRSSI', 'getBLEDeviceStatus', 'setBLEMTU', 'getBLEMTU',
            'onBLEConnectionStateChanged', 'offBLEConnectionStateChanged', 'startWifi', 'stopWifi', 'connectWifi', 'getWifiList',
            'onGetWifiList', 'offGetWifiList', 'onWifiConnected', 'offWifiConnected', 'getConnectedWifi',
        ],
    },
    {
        source: 'public games and game SDKs for Alipay, and the documents of mini programs',
        confidence: 'M',
        names: [
            'exitMiniProgram', 'getSetting', 'openSetting', 'authorize', 'getOpenUserInfo', 'getPhoneNumber', 'reportAnalytics',
            'reportMonitor', 'requestSubscribeMessage', 'loadUnity',
        ],
    },
    {
        source: 'typings of mini programs (npm @mini-types/my 3.0.14), without what needs a page; not known of games',
        confidence: 'L',
        names: [
            'call', 'calculateRoute', 'checkBeforeAddOrder', 'checkIsIfaaEnrolledInDevice', 'checkIsSupportIfaaAuthentication',
            'createCloudContext', 'datePicker', 'disableAlertBeforeUnload', 'enableAlertBeforeUnload', 'getAccessibilityManager',
            'getAddress', 'getAppIdSync', 'getBackgroundAudioManager', 'getBackgroundFetchData', 'getBeacons', 'getExtConfig',
            'getExtConfigSync', 'getFileInfo', 'getGeocoder', 'getLocalIPAddress', 'getMapInfo', 'getParentAppId',
            'getParentAppIdSync', 'getPluginIdSync', 'getRunData', 'getRunScene', 'getSavedFileInfo', 'getSavedFileList',
            'imgRisk', 'imgRiskCallback', 'isScreenReaderEnabled', 'loadPlugin', 'hideAllAddToDesktopMenu',
            'navigateToAlipayPage', 'offAppHide', 'offAppShow', 'offAudioInterruptionBegin', 'offAudioInterruptionEnd',
            'offBeaconServiceChange', 'offBeaconUpdate', 'onAppHide', 'onAppShow', 'onAudioInterruptionBegin',
            'onAudioInterruptionEnd', 'onBeaconServiceChange', 'onBeaconUpdate', 'preventCheat', 'prepareUseCertificate',
            'registerSSID', 'unregisterSSID', 'removeSavedFile', 'rsa', 'saveFile', 'saveImage', 'scan',
            'setVisualEffectOnCapture', 'setWifiList', 'showBLEPermissionGuide', 'startAPVerify', 'startBeaconDiscovery',
            'stopBeaconDiscovery', 'startIfaaAuthentication', 'unsubscribeMessage', 'updateAlipayClient',
        ],
    },
];

/** All of them, each once. */
export const myNames: readonly string[] = myNameGroups.reduce<string[]>((all, { names }) => [...all, ...names], []);
