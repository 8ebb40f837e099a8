// Generated from source/simulator/probe-result/schema.ts by `npm run generate`. Do not edit.
"use strict";
export const validateProbeResult = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Probe result of cocos-alipay-mini-game","type":"object","required":["format","version","host","switches","lacks","globals","limits","facts","unanswered"],"additionalProperties":false,"properties":{"format":{"type":"string","const":"cocos-alipay-mini-game probe"},"version":{"type":"integer","const":1},"host":{"description":"The kind of device and its versions, nothing of its owner.","type":"object","required":["system","model","systemVersion","clientVersion","baseLibrary"],"additionalProperties":false,"properties":{"system":{"type":"string","enum":["android","ios","studio"]},"model":{"type":"string","pattern":"^.{0,60}$"},"systemVersion":{"type":"string","pattern":"^.{0,60}$"},"clientVersion":{"type":"string","pattern":"^.{0,60}$"},"baseLibrary":{"type":"string","pattern":"^.{0,60}$"}}},"switches":{"description":"The behaviours that were seen.","type":"object","additionalProperties":false,"properties":{"packagePaths":{"enum":["either","relative","absolute"]},"syncErrors":{"enum":["return","throw"]},"tempFilePathAlias":{"enum":[true,false]},"statusAliases":{"enum":[true,false]},"httpErrors":{"enum":["success","fail"]},"downloadHttpErrors":{"enum":["success","fail"]},"webgl2":{"enum":[false,true]},"webglClasses":{"enum":["none","webgl1","webgl2","both"]},"uniformLocations":{"enum":["number","object"]},"downloadTask":{"enum":[true,false]},"subpackageTask":{"enum":[false,true]},"subpackageFailure":{"enum":["errorMessage","errMsg"]},"renameOntoExisting":{"enum":["fail","overwrite"]},"typedArrayWrites":{"enum":["empty","fail","write"]},"emptyWrites":{"enum":["allow","fail"]},"foreignBuffers":{"enum":[false,true]},"unzipLayout":{"enum":["inside","glued"]},"saveFile":{"enum":["works","does-nothing"]},"tempFilePaths":{"enum":["resource-url","plain"]},"userDataPath":{"enum":["/usr/data","https://usr"]},"fontPaths":{"enum":["any","user-data"]},"missingStorageValue":{"enum":["null","undefined"]},"socketTaskMessages":{"enum":["nested","flat"]},"globalSocketMessages":{"enum":["flat","nested"]},"socketBase64":{"enum":["standard","url-safe"]},"touchEvents":{"enum":["alipay","w3c"]},"touchesAtEnd":{"enum":["remaining","lifted","all"]},"audioOnPlay":{"enum":[true,false]},"audioOnCanPlay":{"enum":[true,false]},"iosPlatform":{"enum":["iOS","iPhone OS"]},"downloadFilePath":{"enum":["honoured","ignored"]},"menuButton":{"enum":["drawn","late","zero"]},"earlySystemInfo":{"enum":["right","swapped","zero","undefined"]},"myWebAssembly":{"enum":[false,true]},"studioBodyTouches":{"enum":[false,true]},"landscapeSizes":{"enum":["turned","portrait"]}}},"lacks":{"description":"Functions that this host does not have.","type":"array","items":{"type":"string","enum":["isIDE","getMenuButtonBoundingClientRect","loadSubpackage","getWindowInfo","getAppBaseInfo","getSystemSetting","env.clientEnv","requestGamePayment","onWindowResize","offWindowResize","updateKeyboard","startAccelerometer","stopAccelerometer","FileSystemManager.appendFile","FileSystemManager.appendFileSync","SDKVersion","loadFont","setPreferredFramesPerSecond","triggerGC","getSystemInfo","uploadFile","connectSocket","sendSocketMessage","getNetworkType","onNetworkStatusChange","showKeyboard","hideKeyboard","onKeyboardInput","onKeyboardConfirm","onKeyboardComplete","onAccelerometerChange","onTouchCancel","offTouchStart","offShow","offHide","onError","onUnhandledRejection","onMemoryWarning","getUpdateManager","setClipboard","vibrateShort","vibrateLong","showSharePanel","createRewardedAd","getLaunchOptionsSync","FileSystemManager.unzip","FileSystemManager.getFileInfo","FileSystemManager.stat","FileSystemManager.statSync","FileSystemManager.renameSync"]}},"globals":{"description":"Names of the global object that this host has.","type":"array","items":{"type":"string","enum":["globalThis","document","navigator","location","performance","TextDecoder","TextEncoder","URL","WebSocket","XMLHttpRequest","fetch","WebAssembly","MYWebAssembly","crypto","queueMicrotask","screencanvas","BigInt","WeakRef","Intl","Image","Worker","WebGLRenderingContext","WebGL2RenderingContext"]}},"limits":{"description":"Bytes of user data; absent where no limit was met.","type":"object","additionalProperties":false,"properties":{"userFileBytes":{"type":"integer","minimum":0,"maximum":5242880000},"userDataBytes":{"type":"integer","minimum":0,"maximum":5242880000}}},"facts":{"description":"Observations that no behaviour stands for.","type":"object","additionalProperties":{"type":["string","number","boolean"]}},"unanswered":{"description":"Why a behaviour was not seen.","type":"object","additionalProperties":false,"properties":{"packagePaths":{"type":"string"},"syncErrors":{"type":"string"},"tempFilePathAlias":{"type":"string"},"statusAliases":{"type":"string"},"httpErrors":{"type":"string"},"downloadHttpErrors":{"type":"string"},"webgl2":{"type":"string"},"webglClasses":{"type":"string"},"uniformLocations":{"type":"string"},"downloadTask":{"type":"string"},"subpackageTask":{"type":"string"},"subpackageFailure":{"type":"string"},"renameOntoExisting":{"type":"string"},"typedArrayWrites":{"type":"string"},"emptyWrites":{"type":"string"},"foreignBuffers":{"type":"string"},"unzipLayout":{"type":"string"},"saveFile":{"type":"string"},"tempFilePaths":{"type":"string"},"userDataPath":{"type":"string"},"fontPaths":{"type":"string"},"missingStorageValue":{"type":"string"},"socketTaskMessages":{"type":"string"},"globalSocketMessages":{"type":"string"},"socketBase64":{"type":"string"},"touchEvents":{"type":"string"},"touchesAtEnd":{"type":"string"},"audioOnPlay":{"type":"string"},"audioOnCanPlay":{"type":"string"},"iosPlatform":{"type":"string"},"downloadFilePath":{"type":"string"},"menuButton":{"type":"string"},"earlySystemInfo":{"type":"string"},"myWebAssembly":{"type":"string"},"studioBodyTouches":{"type":"string"},"landscapeSizes":{"type":"string"}}}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^.{0,60}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.format === undefined) && (missing0 = "format")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.host === undefined) && (missing0 = "host"))) || ((data.switches === undefined) && (missing0 = "switches"))) || ((data.lacks === undefined) && (missing0 = "lacks"))) || ((data.globals === undefined) && (missing0 = "globals"))) || ((data.limits === undefined) && (missing0 = "limits"))) || ((data.facts === undefined) && (missing0 = "facts"))) || ((data.unanswered === undefined) && (missing0 = "unanswered"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
validate10.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.format !== undefined){
let data0 = data.format;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate10.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if("cocos-alipay-mini-game probe" !== data0){
validate10.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "cocos-alipay-mini-game probe"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
let data1 = data.version;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(1 !== data1){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.host !== undefined){
let data2 = data.host;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((((data2.system === undefined) && (missing1 = "system")) || ((data2.model === undefined) && (missing1 = "model"))) || ((data2.systemVersion === undefined) && (missing1 = "systemVersion"))) || ((data2.clientVersion === undefined) && (missing1 = "clientVersion"))) || ((data2.baseLibrary === undefined) && (missing1 = "baseLibrary"))){
validate10.errors = [{instancePath:instancePath+"/host",schemaPath:"#/properties/host/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!(((((key1 === "system") || (key1 === "model")) || (key1 === "systemVersion")) || (key1 === "clientVersion")) || (key1 === "baseLibrary"))){
validate10.errors = [{instancePath:instancePath+"/host",schemaPath:"#/properties/host/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs8 === errors){
if(data2.system !== undefined){
let data3 = data2.system;
const _errs9 = errors;
if(typeof data3 !== "string"){
validate10.errors = [{instancePath:instancePath+"/host/system",schemaPath:"#/properties/host/properties/system/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data3 === "android") || (data3 === "ios")) || (data3 === "studio"))){
validate10.errors = [{instancePath:instancePath+"/host/system",schemaPath:"#/properties/host/properties/system/enum",keyword:"enum",params:{allowedValues: schema11.properties.host.properties.system.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.model !== undefined){
let data4 = data2.model;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/host/model",schemaPath:"#/properties/host/properties/model/pattern",keyword:"pattern",params:{pattern: "^.{0,60}$"},message:"must match pattern \""+"^.{0,60}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/host/model",schemaPath:"#/properties/host/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.systemVersion !== undefined){
let data5 = data2.systemVersion;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
validate10.errors = [{instancePath:instancePath+"/host/systemVersion",schemaPath:"#/properties/host/properties/systemVersion/pattern",keyword:"pattern",params:{pattern: "^.{0,60}$"},message:"must match pattern \""+"^.{0,60}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/host/systemVersion",schemaPath:"#/properties/host/properties/systemVersion/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.clientVersion !== undefined){
let data6 = data2.clientVersion;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate10.errors = [{instancePath:instancePath+"/host/clientVersion",schemaPath:"#/properties/host/properties/clientVersion/pattern",keyword:"pattern",params:{pattern: "^.{0,60}$"},message:"must match pattern \""+"^.{0,60}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/host/clientVersion",schemaPath:"#/properties/host/properties/clientVersion/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.baseLibrary !== undefined){
let data7 = data2.baseLibrary;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
validate10.errors = [{instancePath:instancePath+"/host/baseLibrary",schemaPath:"#/properties/host/properties/baseLibrary/pattern",keyword:"pattern",params:{pattern: "^.{0,60}$"},message:"must match pattern \""+"^.{0,60}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/host/baseLibrary",schemaPath:"#/properties/host/properties/baseLibrary/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.switches !== undefined){
let data8 = data.switches;
const _errs19 = errors;
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs21 = errors;
for(const key2 in data8){
if(!(func2.call(schema11.properties.switches.properties, key2))){
validate10.errors = [{instancePath:instancePath+"/switches",schemaPath:"#/properties/switches/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs21 === errors){
if(data8.packagePaths !== undefined){
let data9 = data8.packagePaths;
const _errs22 = errors;
if(!(((data9 === "either") || (data9 === "relative")) || (data9 === "absolute"))){
validate10.errors = [{instancePath:instancePath+"/switches/packagePaths",schemaPath:"#/properties/switches/properties/packagePaths/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.packagePaths.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.syncErrors !== undefined){
let data10 = data8.syncErrors;
const _errs23 = errors;
if(!((data10 === "return") || (data10 === "throw"))){
validate10.errors = [{instancePath:instancePath+"/switches/syncErrors",schemaPath:"#/properties/switches/properties/syncErrors/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.syncErrors.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.tempFilePathAlias !== undefined){
let data11 = data8.tempFilePathAlias;
const _errs24 = errors;
if(!((data11 === true) || (data11 === false))){
validate10.errors = [{instancePath:instancePath+"/switches/tempFilePathAlias",schemaPath:"#/properties/switches/properties/tempFilePathAlias/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.tempFilePathAlias.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs24 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.statusAliases !== undefined){
let data12 = data8.statusAliases;
const _errs25 = errors;
if(!((data12 === true) || (data12 === false))){
validate10.errors = [{instancePath:instancePath+"/switches/statusAliases",schemaPath:"#/properties/switches/properties/statusAliases/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.statusAliases.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs25 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.httpErrors !== undefined){
let data13 = data8.httpErrors;
const _errs26 = errors;
if(!((data13 === "success") || (data13 === "fail"))){
validate10.errors = [{instancePath:instancePath+"/switches/httpErrors",schemaPath:"#/properties/switches/properties/httpErrors/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.httpErrors.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs26 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.downloadHttpErrors !== undefined){
let data14 = data8.downloadHttpErrors;
const _errs27 = errors;
if(!((data14 === "success") || (data14 === "fail"))){
validate10.errors = [{instancePath:instancePath+"/switches/downloadHttpErrors",schemaPath:"#/properties/switches/properties/downloadHttpErrors/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.downloadHttpErrors.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs27 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.webgl2 !== undefined){
let data15 = data8.webgl2;
const _errs28 = errors;
if(!((data15 === false) || (data15 === true))){
validate10.errors = [{instancePath:instancePath+"/switches/webgl2",schemaPath:"#/properties/switches/properties/webgl2/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.webgl2.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs28 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.webglClasses !== undefined){
let data16 = data8.webglClasses;
const _errs29 = errors;
if(!((((data16 === "none") || (data16 === "webgl1")) || (data16 === "webgl2")) || (data16 === "both"))){
validate10.errors = [{instancePath:instancePath+"/switches/webglClasses",schemaPath:"#/properties/switches/properties/webglClasses/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.webglClasses.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.uniformLocations !== undefined){
let data17 = data8.uniformLocations;
const _errs30 = errors;
if(!((data17 === "number") || (data17 === "object"))){
validate10.errors = [{instancePath:instancePath+"/switches/uniformLocations",schemaPath:"#/properties/switches/properties/uniformLocations/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.uniformLocations.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs30 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.downloadTask !== undefined){
let data18 = data8.downloadTask;
const _errs31 = errors;
if(!((data18 === true) || (data18 === false))){
validate10.errors = [{instancePath:instancePath+"/switches/downloadTask",schemaPath:"#/properties/switches/properties/downloadTask/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.downloadTask.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.subpackageTask !== undefined){
let data19 = data8.subpackageTask;
const _errs32 = errors;
if(!((data19 === false) || (data19 === true))){
validate10.errors = [{instancePath:instancePath+"/switches/subpackageTask",schemaPath:"#/properties/switches/properties/subpackageTask/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.subpackageTask.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs32 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.subpackageFailure !== undefined){
let data20 = data8.subpackageFailure;
const _errs33 = errors;
if(!((data20 === "errorMessage") || (data20 === "errMsg"))){
validate10.errors = [{instancePath:instancePath+"/switches/subpackageFailure",schemaPath:"#/properties/switches/properties/subpackageFailure/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.subpackageFailure.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.renameOntoExisting !== undefined){
let data21 = data8.renameOntoExisting;
const _errs34 = errors;
if(!((data21 === "fail") || (data21 === "overwrite"))){
validate10.errors = [{instancePath:instancePath+"/switches/renameOntoExisting",schemaPath:"#/properties/switches/properties/renameOntoExisting/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.renameOntoExisting.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs34 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.typedArrayWrites !== undefined){
let data22 = data8.typedArrayWrites;
const _errs35 = errors;
if(!(((data22 === "empty") || (data22 === "fail")) || (data22 === "write"))){
validate10.errors = [{instancePath:instancePath+"/switches/typedArrayWrites",schemaPath:"#/properties/switches/properties/typedArrayWrites/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.typedArrayWrites.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs35 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.emptyWrites !== undefined){
let data23 = data8.emptyWrites;
const _errs36 = errors;
if(!((data23 === "allow") || (data23 === "fail"))){
validate10.errors = [{instancePath:instancePath+"/switches/emptyWrites",schemaPath:"#/properties/switches/properties/emptyWrites/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.emptyWrites.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs36 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.foreignBuffers !== undefined){
let data24 = data8.foreignBuffers;
const _errs37 = errors;
if(!((data24 === false) || (data24 === true))){
validate10.errors = [{instancePath:instancePath+"/switches/foreignBuffers",schemaPath:"#/properties/switches/properties/foreignBuffers/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.foreignBuffers.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs37 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.unzipLayout !== undefined){
let data25 = data8.unzipLayout;
const _errs38 = errors;
if(!((data25 === "inside") || (data25 === "glued"))){
validate10.errors = [{instancePath:instancePath+"/switches/unzipLayout",schemaPath:"#/properties/switches/properties/unzipLayout/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.unzipLayout.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs38 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.saveFile !== undefined){
let data26 = data8.saveFile;
const _errs39 = errors;
if(!((data26 === "works") || (data26 === "does-nothing"))){
validate10.errors = [{instancePath:instancePath+"/switches/saveFile",schemaPath:"#/properties/switches/properties/saveFile/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.saveFile.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs39 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.tempFilePaths !== undefined){
let data27 = data8.tempFilePaths;
const _errs40 = errors;
if(!((data27 === "resource-url") || (data27 === "plain"))){
validate10.errors = [{instancePath:instancePath+"/switches/tempFilePaths",schemaPath:"#/properties/switches/properties/tempFilePaths/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.tempFilePaths.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs40 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.userDataPath !== undefined){
let data28 = data8.userDataPath;
const _errs41 = errors;
if(!((data28 === "/usr/data") || (data28 === "https://usr"))){
validate10.errors = [{instancePath:instancePath+"/switches/userDataPath",schemaPath:"#/properties/switches/properties/userDataPath/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.userDataPath.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs41 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.fontPaths !== undefined){
let data29 = data8.fontPaths;
const _errs42 = errors;
if(!((data29 === "any") || (data29 === "user-data"))){
validate10.errors = [{instancePath:instancePath+"/switches/fontPaths",schemaPath:"#/properties/switches/properties/fontPaths/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.fontPaths.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs42 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.missingStorageValue !== undefined){
let data30 = data8.missingStorageValue;
const _errs43 = errors;
if(!((data30 === "null") || (data30 === "undefined"))){
validate10.errors = [{instancePath:instancePath+"/switches/missingStorageValue",schemaPath:"#/properties/switches/properties/missingStorageValue/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.missingStorageValue.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs43 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.socketTaskMessages !== undefined){
let data31 = data8.socketTaskMessages;
const _errs44 = errors;
if(!((data31 === "nested") || (data31 === "flat"))){
validate10.errors = [{instancePath:instancePath+"/switches/socketTaskMessages",schemaPath:"#/properties/switches/properties/socketTaskMessages/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.socketTaskMessages.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs44 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.globalSocketMessages !== undefined){
let data32 = data8.globalSocketMessages;
const _errs45 = errors;
if(!((data32 === "flat") || (data32 === "nested"))){
validate10.errors = [{instancePath:instancePath+"/switches/globalSocketMessages",schemaPath:"#/properties/switches/properties/globalSocketMessages/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.globalSocketMessages.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs45 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.socketBase64 !== undefined){
let data33 = data8.socketBase64;
const _errs46 = errors;
if(!((data33 === "standard") || (data33 === "url-safe"))){
validate10.errors = [{instancePath:instancePath+"/switches/socketBase64",schemaPath:"#/properties/switches/properties/socketBase64/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.socketBase64.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs46 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.touchEvents !== undefined){
let data34 = data8.touchEvents;
const _errs47 = errors;
if(!((data34 === "alipay") || (data34 === "w3c"))){
validate10.errors = [{instancePath:instancePath+"/switches/touchEvents",schemaPath:"#/properties/switches/properties/touchEvents/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.touchEvents.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs47 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.touchesAtEnd !== undefined){
let data35 = data8.touchesAtEnd;
const _errs48 = errors;
if(!(((data35 === "remaining") || (data35 === "lifted")) || (data35 === "all"))){
validate10.errors = [{instancePath:instancePath+"/switches/touchesAtEnd",schemaPath:"#/properties/switches/properties/touchesAtEnd/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.touchesAtEnd.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs48 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.audioOnPlay !== undefined){
let data36 = data8.audioOnPlay;
const _errs49 = errors;
if(!((data36 === true) || (data36 === false))){
validate10.errors = [{instancePath:instancePath+"/switches/audioOnPlay",schemaPath:"#/properties/switches/properties/audioOnPlay/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.audioOnPlay.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs49 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.audioOnCanPlay !== undefined){
let data37 = data8.audioOnCanPlay;
const _errs50 = errors;
if(!((data37 === true) || (data37 === false))){
validate10.errors = [{instancePath:instancePath+"/switches/audioOnCanPlay",schemaPath:"#/properties/switches/properties/audioOnCanPlay/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.audioOnCanPlay.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs50 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.iosPlatform !== undefined){
let data38 = data8.iosPlatform;
const _errs51 = errors;
if(!((data38 === "iOS") || (data38 === "iPhone OS"))){
validate10.errors = [{instancePath:instancePath+"/switches/iosPlatform",schemaPath:"#/properties/switches/properties/iosPlatform/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.iosPlatform.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs51 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.downloadFilePath !== undefined){
let data39 = data8.downloadFilePath;
const _errs52 = errors;
if(!((data39 === "honoured") || (data39 === "ignored"))){
validate10.errors = [{instancePath:instancePath+"/switches/downloadFilePath",schemaPath:"#/properties/switches/properties/downloadFilePath/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.downloadFilePath.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs52 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.menuButton !== undefined){
let data40 = data8.menuButton;
const _errs53 = errors;
if(!(((data40 === "drawn") || (data40 === "late")) || (data40 === "zero"))){
validate10.errors = [{instancePath:instancePath+"/switches/menuButton",schemaPath:"#/properties/switches/properties/menuButton/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.menuButton.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs53 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.earlySystemInfo !== undefined){
let data41 = data8.earlySystemInfo;
const _errs54 = errors;
if(!((((data41 === "right") || (data41 === "swapped")) || (data41 === "zero")) || (data41 === "undefined"))){
validate10.errors = [{instancePath:instancePath+"/switches/earlySystemInfo",schemaPath:"#/properties/switches/properties/earlySystemInfo/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.earlySystemInfo.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs54 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.myWebAssembly !== undefined){
let data42 = data8.myWebAssembly;
const _errs55 = errors;
if(!((data42 === false) || (data42 === true))){
validate10.errors = [{instancePath:instancePath+"/switches/myWebAssembly",schemaPath:"#/properties/switches/properties/myWebAssembly/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.myWebAssembly.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs55 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.studioBodyTouches !== undefined){
let data43 = data8.studioBodyTouches;
const _errs56 = errors;
if(!((data43 === false) || (data43 === true))){
validate10.errors = [{instancePath:instancePath+"/switches/studioBodyTouches",schemaPath:"#/properties/switches/properties/studioBodyTouches/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.studioBodyTouches.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs56 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data8.landscapeSizes !== undefined){
let data44 = data8.landscapeSizes;
const _errs57 = errors;
if(!((data44 === "turned") || (data44 === "portrait"))){
validate10.errors = [{instancePath:instancePath+"/switches/landscapeSizes",schemaPath:"#/properties/switches/properties/landscapeSizes/enum",keyword:"enum",params:{allowedValues: schema11.properties.switches.properties.landscapeSizes.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs57 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/switches",schemaPath:"#/properties/switches/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lacks !== undefined){
let data45 = data.lacks;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data45)){
var valid3 = true;
const len0 = data45.length;
for(let i0=0; i0<len0; i0++){
let data46 = data45[i0];
const _errs60 = errors;
if(typeof data46 !== "string"){
validate10.errors = [{instancePath:instancePath+"/lacks/" + i0,schemaPath:"#/properties/lacks/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((((((((((((data46 === "isIDE") || (data46 === "getMenuButtonBoundingClientRect")) || (data46 === "loadSubpackage")) || (data46 === "getWindowInfo")) || (data46 === "getAppBaseInfo")) || (data46 === "getSystemSetting")) || (data46 === "env.clientEnv")) || (data46 === "requestGamePayment")) || (data46 === "onWindowResize")) || (data46 === "offWindowResize")) || (data46 === "updateKeyboard")) || (data46 === "startAccelerometer")) || (data46 === "stopAccelerometer")) || (data46 === "FileSystemManager.appendFile")) || (data46 === "FileSystemManager.appendFileSync")) || (data46 === "SDKVersion")) || (data46 === "loadFont")) || (data46 === "setPreferredFramesPerSecond")) || (data46 === "triggerGC")) || (data46 === "getSystemInfo")) || (data46 === "uploadFile")) || (data46 === "connectSocket")) || (data46 === "sendSocketMessage")) || (data46 === "getNetworkType")) || (data46 === "onNetworkStatusChange")) || (data46 === "showKeyboard")) || (data46 === "hideKeyboard")) || (data46 === "onKeyboardInput")) || (data46 === "onKeyboardConfirm")) || (data46 === "onKeyboardComplete")) || (data46 === "onAccelerometerChange")) || (data46 === "onTouchCancel")) || (data46 === "offTouchStart")) || (data46 === "offShow")) || (data46 === "offHide")) || (data46 === "onError")) || (data46 === "onUnhandledRejection")) || (data46 === "onMemoryWarning")) || (data46 === "getUpdateManager")) || (data46 === "setClipboard")) || (data46 === "vibrateShort")) || (data46 === "vibrateLong")) || (data46 === "showSharePanel")) || (data46 === "createRewardedAd")) || (data46 === "getLaunchOptionsSync")) || (data46 === "FileSystemManager.unzip")) || (data46 === "FileSystemManager.getFileInfo")) || (data46 === "FileSystemManager.stat")) || (data46 === "FileSystemManager.statSync")) || (data46 === "FileSystemManager.renameSync"))){
validate10.errors = [{instancePath:instancePath+"/lacks/" + i0,schemaPath:"#/properties/lacks/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.lacks.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs60 === errors;
if(!valid3){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/lacks",schemaPath:"#/properties/lacks/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.globals !== undefined){
let data47 = data.globals;
const _errs62 = errors;
if(errors === _errs62){
if(Array.isArray(data47)){
var valid4 = true;
const len1 = data47.length;
for(let i1=0; i1<len1; i1++){
let data48 = data47[i1];
const _errs64 = errors;
if(typeof data48 !== "string"){
validate10.errors = [{instancePath:instancePath+"/globals/" + i1,schemaPath:"#/properties/globals/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((((((((((((((((((((((data48 === "globalThis") || (data48 === "document")) || (data48 === "navigator")) || (data48 === "location")) || (data48 === "performance")) || (data48 === "TextDecoder")) || (data48 === "TextEncoder")) || (data48 === "URL")) || (data48 === "WebSocket")) || (data48 === "XMLHttpRequest")) || (data48 === "fetch")) || (data48 === "WebAssembly")) || (data48 === "MYWebAssembly")) || (data48 === "crypto")) || (data48 === "queueMicrotask")) || (data48 === "screencanvas")) || (data48 === "BigInt")) || (data48 === "WeakRef")) || (data48 === "Intl")) || (data48 === "Image")) || (data48 === "Worker")) || (data48 === "WebGLRenderingContext")) || (data48 === "WebGL2RenderingContext"))){
validate10.errors = [{instancePath:instancePath+"/globals/" + i1,schemaPath:"#/properties/globals/items/enum",keyword:"enum",params:{allowedValues: schema11.properties.globals.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs64 === errors;
if(!valid4){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/globals",schemaPath:"#/properties/globals/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs62 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limits !== undefined){
let data49 = data.limits;
const _errs66 = errors;
if(errors === _errs66){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
const _errs68 = errors;
for(const key3 in data49){
if(!((key3 === "userFileBytes") || (key3 === "userDataBytes"))){
validate10.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs68 === errors){
if(data49.userFileBytes !== undefined){
let data50 = data49.userFileBytes;
const _errs69 = errors;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
validate10.errors = [{instancePath:instancePath+"/limits/userFileBytes",schemaPath:"#/properties/limits/properties/userFileBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs69){
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 5242880000 || isNaN(data50)){
validate10.errors = [{instancePath:instancePath+"/limits/userFileBytes",schemaPath:"#/properties/limits/properties/userFileBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5242880000},message:"must be <= 5242880000"}];
return false;
}
else {
if(data50 < 0 || isNaN(data50)){
validate10.errors = [{instancePath:instancePath+"/limits/userFileBytes",schemaPath:"#/properties/limits/properties/userFileBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid5 = _errs69 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data49.userDataBytes !== undefined){
let data51 = data49.userDataBytes;
const _errs71 = errors;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
validate10.errors = [{instancePath:instancePath+"/limits/userDataBytes",schemaPath:"#/properties/limits/properties/userDataBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs71){
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 5242880000 || isNaN(data51)){
validate10.errors = [{instancePath:instancePath+"/limits/userDataBytes",schemaPath:"#/properties/limits/properties/userDataBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5242880000},message:"must be <= 5242880000"}];
return false;
}
else {
if(data51 < 0 || isNaN(data51)){
validate10.errors = [{instancePath:instancePath+"/limits/userDataBytes",schemaPath:"#/properties/limits/properties/userDataBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid5 = _errs71 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs66 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.facts !== undefined){
let data52 = data.facts;
const _errs73 = errors;
if(errors === _errs73){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key4 in data52){
let data53 = data52[key4];
const _errs76 = errors;
if(((typeof data53 !== "string") && (!((typeof data53 == "number") && (isFinite(data53))))) && (typeof data53 !== "boolean")){
validate10.errors = [{instancePath:instancePath+"/facts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/facts/additionalProperties/type",keyword:"type",params:{type: schema11.properties.facts.additionalProperties.type},message:"must be string,number,boolean"}];
return false;
}
var valid6 = _errs76 === errors;
if(!valid6){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs73 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unanswered !== undefined){
let data54 = data.unanswered;
const _errs78 = errors;
if(errors === _errs78){
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
const _errs80 = errors;
for(const key5 in data54){
if(!(func2.call(schema11.properties.unanswered.properties, key5))){
validate10.errors = [{instancePath:instancePath+"/unanswered",schemaPath:"#/properties/unanswered/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs80 === errors){
if(data54.packagePaths !== undefined){
const _errs81 = errors;
if(typeof data54.packagePaths !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/packagePaths",schemaPath:"#/properties/unanswered/properties/packagePaths/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs81 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.syncErrors !== undefined){
const _errs83 = errors;
if(typeof data54.syncErrors !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/syncErrors",schemaPath:"#/properties/unanswered/properties/syncErrors/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs83 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.tempFilePathAlias !== undefined){
const _errs85 = errors;
if(typeof data54.tempFilePathAlias !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/tempFilePathAlias",schemaPath:"#/properties/unanswered/properties/tempFilePathAlias/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs85 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.statusAliases !== undefined){
const _errs87 = errors;
if(typeof data54.statusAliases !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/statusAliases",schemaPath:"#/properties/unanswered/properties/statusAliases/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs87 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.httpErrors !== undefined){
const _errs89 = errors;
if(typeof data54.httpErrors !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/httpErrors",schemaPath:"#/properties/unanswered/properties/httpErrors/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs89 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.downloadHttpErrors !== undefined){
const _errs91 = errors;
if(typeof data54.downloadHttpErrors !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/downloadHttpErrors",schemaPath:"#/properties/unanswered/properties/downloadHttpErrors/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs91 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.webgl2 !== undefined){
const _errs93 = errors;
if(typeof data54.webgl2 !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/webgl2",schemaPath:"#/properties/unanswered/properties/webgl2/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs93 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.webglClasses !== undefined){
const _errs95 = errors;
if(typeof data54.webglClasses !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/webglClasses",schemaPath:"#/properties/unanswered/properties/webglClasses/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs95 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.uniformLocations !== undefined){
const _errs97 = errors;
if(typeof data54.uniformLocations !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/uniformLocations",schemaPath:"#/properties/unanswered/properties/uniformLocations/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs97 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.downloadTask !== undefined){
const _errs99 = errors;
if(typeof data54.downloadTask !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/downloadTask",schemaPath:"#/properties/unanswered/properties/downloadTask/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs99 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.subpackageTask !== undefined){
const _errs101 = errors;
if(typeof data54.subpackageTask !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/subpackageTask",schemaPath:"#/properties/unanswered/properties/subpackageTask/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs101 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.subpackageFailure !== undefined){
const _errs103 = errors;
if(typeof data54.subpackageFailure !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/subpackageFailure",schemaPath:"#/properties/unanswered/properties/subpackageFailure/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs103 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.renameOntoExisting !== undefined){
const _errs105 = errors;
if(typeof data54.renameOntoExisting !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/renameOntoExisting",schemaPath:"#/properties/unanswered/properties/renameOntoExisting/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs105 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.typedArrayWrites !== undefined){
const _errs107 = errors;
if(typeof data54.typedArrayWrites !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/typedArrayWrites",schemaPath:"#/properties/unanswered/properties/typedArrayWrites/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs107 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.emptyWrites !== undefined){
const _errs109 = errors;
if(typeof data54.emptyWrites !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/emptyWrites",schemaPath:"#/properties/unanswered/properties/emptyWrites/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs109 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.foreignBuffers !== undefined){
const _errs111 = errors;
if(typeof data54.foreignBuffers !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/foreignBuffers",schemaPath:"#/properties/unanswered/properties/foreignBuffers/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs111 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.unzipLayout !== undefined){
const _errs113 = errors;
if(typeof data54.unzipLayout !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/unzipLayout",schemaPath:"#/properties/unanswered/properties/unzipLayout/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs113 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.saveFile !== undefined){
const _errs115 = errors;
if(typeof data54.saveFile !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/saveFile",schemaPath:"#/properties/unanswered/properties/saveFile/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs115 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.tempFilePaths !== undefined){
const _errs117 = errors;
if(typeof data54.tempFilePaths !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/tempFilePaths",schemaPath:"#/properties/unanswered/properties/tempFilePaths/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs117 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.userDataPath !== undefined){
const _errs119 = errors;
if(typeof data54.userDataPath !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/userDataPath",schemaPath:"#/properties/unanswered/properties/userDataPath/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs119 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.fontPaths !== undefined){
const _errs121 = errors;
if(typeof data54.fontPaths !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/fontPaths",schemaPath:"#/properties/unanswered/properties/fontPaths/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs121 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.missingStorageValue !== undefined){
const _errs123 = errors;
if(typeof data54.missingStorageValue !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/missingStorageValue",schemaPath:"#/properties/unanswered/properties/missingStorageValue/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs123 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.socketTaskMessages !== undefined){
const _errs125 = errors;
if(typeof data54.socketTaskMessages !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/socketTaskMessages",schemaPath:"#/properties/unanswered/properties/socketTaskMessages/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs125 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.globalSocketMessages !== undefined){
const _errs127 = errors;
if(typeof data54.globalSocketMessages !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/globalSocketMessages",schemaPath:"#/properties/unanswered/properties/globalSocketMessages/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs127 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.socketBase64 !== undefined){
const _errs129 = errors;
if(typeof data54.socketBase64 !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/socketBase64",schemaPath:"#/properties/unanswered/properties/socketBase64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs129 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.touchEvents !== undefined){
const _errs131 = errors;
if(typeof data54.touchEvents !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/touchEvents",schemaPath:"#/properties/unanswered/properties/touchEvents/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs131 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.touchesAtEnd !== undefined){
const _errs133 = errors;
if(typeof data54.touchesAtEnd !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/touchesAtEnd",schemaPath:"#/properties/unanswered/properties/touchesAtEnd/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs133 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.audioOnPlay !== undefined){
const _errs135 = errors;
if(typeof data54.audioOnPlay !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/audioOnPlay",schemaPath:"#/properties/unanswered/properties/audioOnPlay/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs135 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.audioOnCanPlay !== undefined){
const _errs137 = errors;
if(typeof data54.audioOnCanPlay !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/audioOnCanPlay",schemaPath:"#/properties/unanswered/properties/audioOnCanPlay/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs137 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.iosPlatform !== undefined){
const _errs139 = errors;
if(typeof data54.iosPlatform !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/iosPlatform",schemaPath:"#/properties/unanswered/properties/iosPlatform/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs139 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.downloadFilePath !== undefined){
const _errs141 = errors;
if(typeof data54.downloadFilePath !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/downloadFilePath",schemaPath:"#/properties/unanswered/properties/downloadFilePath/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs141 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.menuButton !== undefined){
const _errs143 = errors;
if(typeof data54.menuButton !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/menuButton",schemaPath:"#/properties/unanswered/properties/menuButton/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs143 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.earlySystemInfo !== undefined){
const _errs145 = errors;
if(typeof data54.earlySystemInfo !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/earlySystemInfo",schemaPath:"#/properties/unanswered/properties/earlySystemInfo/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs145 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.myWebAssembly !== undefined){
const _errs147 = errors;
if(typeof data54.myWebAssembly !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/myWebAssembly",schemaPath:"#/properties/unanswered/properties/myWebAssembly/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs147 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.studioBodyTouches !== undefined){
const _errs149 = errors;
if(typeof data54.studioBodyTouches !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/studioBodyTouches",schemaPath:"#/properties/unanswered/properties/studioBodyTouches/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs149 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data54.landscapeSizes !== undefined){
const _errs151 = errors;
if(typeof data54.landscapeSizes !== "string"){
validate10.errors = [{instancePath:instancePath+"/unanswered/landscapeSizes",schemaPath:"#/properties/unanswered/properties/landscapeSizes/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs151 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/unanswered",schemaPath:"#/properties/unanswered/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs78 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
