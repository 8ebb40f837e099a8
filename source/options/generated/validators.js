// Generated from source/options/table by `npm run generate`. Do not edit.
"use strict";
export const validateOptions = validate10;
const schema11 = {"type":"object","properties":{"startSceneAssetBundle":{"type":"boolean","default":false},"deviceOrientation":{"type":"string","enum":["landscape","portrait"],"default":"landscape"},"polyfills":{"type":"object","properties":{"asyncFunctions":{"type":"boolean","default":true},"coreJs":{},"targets":{}},"additionalProperties":false},"separateEngine":{"type":"boolean","default":false},"wasmSubpackage":{"type":"boolean","default":false},"subpackages":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string","pattern":"^(?:.+)$"},"root":{"type":"string","pattern":"^(?:[^\\\\]+)$"}},"required":["name","root"],"additionalProperties":false},"default":[]},"remoteUrl":{"type":"string","default":""},"allowMissingRemoteUrl":{"type":"boolean","default":false},"remoteOutput":{"type":"string","enum":["beside","inside"],"default":"beside"},"archiveRemote":{"type":"boolean","default":false},"mainPackage":{"type":"string","enum":["standard","lean"],"default":"standard"},"adapter":{"type":"string","enum":["bundled","engine"],"default":"bundled"},"mainPackageLimit":{"type":"integer","anyOf":[{"const":0},{"minimum":1000,"maximum":100000000}],"default":0},"totalLimit":{"type":"integer","anyOf":[{"const":0},{"minimum":1000,"maximum":100000000}],"default":0},"strict":{"type":"boolean","default":false},"firstScreen":{"type":"boolean","default":true},"firstScreenColors":{"type":"object","properties":{"background":{"type":"string","pattern":"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$","default":"#12151c"},"bar":{"type":"string","pattern":"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$","default":"#4c8dff"},"track":{"type":"string","pattern":"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$","default":"#2a303c"},"text":{"type":"string","pattern":"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$","default":"#ffffff"}},"additionalProperties":false},"firstScreenLogo":{"type":"string","default":""},"firstScreenBackground":{"type":"string","default":""},"firstScreenText":{"type":"object","properties":{"en":{"type":"string","pattern":"^(?:.{1,40})?$","default":""},"zh":{"type":"string","pattern":"^(?:.{1,20})?$","default":""}},"additionalProperties":false},"engineSplash":{"type":"string","enum":["project","off"],"default":"project"},"showStatusBar":{"type":"boolean","default":false},"networkTimeout":{"type":"object","properties":{"request":{"type":"integer","minimum":1000,"maximum":600000,"default":60000},"connectSocket":{"type":"integer","minimum":1000,"maximum":600000,"default":60000},"download":{"type":"integer","minimum":1000,"maximum":600000,"default":60000},"upload":{"type":"integer","minimum":1000,"maximum":600000,"default":60000}},"additionalProperties":false},"iOSHighPerformance":{"type":"boolean","default":false},"cacheQuota":{"type":"integer","anyOf":[{"const":0},{"minimum":1000000,"maximum":1000000000}],"default":0},"recordHost":{"type":"boolean","default":false}},"patternProperties":{"^__":{}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^__", "u");
const pattern1 = new RegExp("^(?:.+)$", "u");
const pattern2 = new RegExp("^(?:[^\\\\]+)$", "u");
const pattern3 = new RegExp("^(?:#(?:[0-9a-fA-F]{3}){1,2})?$", "u");
const pattern7 = new RegExp("^(?:.{1,40})?$", "u");
const pattern8 = new RegExp("^(?:.{1,20})?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((func2.call(schema11.properties, key0)) || (pattern0.test(key0)))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.startSceneAssetBundle !== undefined){
if(typeof data.startSceneAssetBundle !== "boolean"){
const err1 = {instancePath:instancePath+"/startSceneAssetBundle",schemaPath:"#/properties/startSceneAssetBundle/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.deviceOrientation !== undefined){
let data1 = data.deviceOrientation;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/deviceOrientation",schemaPath:"#/properties/deviceOrientation/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((data1 === "landscape") || (data1 === "portrait"))){
const err3 = {instancePath:instancePath+"/deviceOrientation",schemaPath:"#/properties/deviceOrientation/enum",keyword:"enum",params:{allowedValues: schema11.properties.deviceOrientation.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.polyfills !== undefined){
let data2 = data.polyfills;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((key1 === "asyncFunctions") || (key1 === "coreJs")) || (key1 === "targets"))){
const err4 = {instancePath:instancePath+"/polyfills",schemaPath:"#/properties/polyfills/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data2.asyncFunctions !== undefined){
if(typeof data2.asyncFunctions !== "boolean"){
const err5 = {instancePath:instancePath+"/polyfills/asyncFunctions",schemaPath:"#/properties/polyfills/properties/asyncFunctions/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/polyfills",schemaPath:"#/properties/polyfills/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.separateEngine !== undefined){
if(typeof data.separateEngine !== "boolean"){
const err7 = {instancePath:instancePath+"/separateEngine",schemaPath:"#/properties/separateEngine/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.wasmSubpackage !== undefined){
if(typeof data.wasmSubpackage !== "boolean"){
const err8 = {instancePath:instancePath+"/wasmSubpackage",schemaPath:"#/properties/wasmSubpackage/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.subpackages !== undefined){
let data6 = data.subpackages;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.name === undefined){
const err9 = {instancePath:instancePath+"/subpackages/" + i0,schemaPath:"#/properties/subpackages/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data7.root === undefined){
const err10 = {instancePath:instancePath+"/subpackages/" + i0,schemaPath:"#/properties/subpackages/items/required",keyword:"required",params:{missingProperty: "root"},message:"must have required property '"+"root"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data7){
if(!((key2 === "name") || (key2 === "root"))){
const err11 = {instancePath:instancePath+"/subpackages/" + i0,schemaPath:"#/properties/subpackages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7.name !== undefined){
let data8 = data7.name;
if(typeof data8 === "string"){
if(!pattern1.test(data8)){
const err12 = {instancePath:instancePath+"/subpackages/" + i0+"/name",schemaPath:"#/properties/subpackages/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^(?:.+)$"},message:"must match pattern \""+"^(?:.+)$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/subpackages/" + i0+"/name",schemaPath:"#/properties/subpackages/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7.root !== undefined){
let data9 = data7.root;
if(typeof data9 === "string"){
if(!pattern2.test(data9)){
const err14 = {instancePath:instancePath+"/subpackages/" + i0+"/root",schemaPath:"#/properties/subpackages/items/properties/root/pattern",keyword:"pattern",params:{pattern: "^(?:[^\\\\]+)$"},message:"must match pattern \""+"^(?:[^\\\\]+)$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/subpackages/" + i0+"/root",schemaPath:"#/properties/subpackages/items/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/subpackages/" + i0,schemaPath:"#/properties/subpackages/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/subpackages",schemaPath:"#/properties/subpackages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.remoteUrl !== undefined){
if(typeof data.remoteUrl !== "string"){
const err18 = {instancePath:instancePath+"/remoteUrl",schemaPath:"#/properties/remoteUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.allowMissingRemoteUrl !== undefined){
if(typeof data.allowMissingRemoteUrl !== "boolean"){
const err19 = {instancePath:instancePath+"/allowMissingRemoteUrl",schemaPath:"#/properties/allowMissingRemoteUrl/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.remoteOutput !== undefined){
let data12 = data.remoteOutput;
if(typeof data12 !== "string"){
const err20 = {instancePath:instancePath+"/remoteOutput",schemaPath:"#/properties/remoteOutput/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!((data12 === "beside") || (data12 === "inside"))){
const err21 = {instancePath:instancePath+"/remoteOutput",schemaPath:"#/properties/remoteOutput/enum",keyword:"enum",params:{allowedValues: schema11.properties.remoteOutput.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.archiveRemote !== undefined){
if(typeof data.archiveRemote !== "boolean"){
const err22 = {instancePath:instancePath+"/archiveRemote",schemaPath:"#/properties/archiveRemote/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.mainPackage !== undefined){
let data14 = data.mainPackage;
if(typeof data14 !== "string"){
const err23 = {instancePath:instancePath+"/mainPackage",schemaPath:"#/properties/mainPackage/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!((data14 === "standard") || (data14 === "lean"))){
const err24 = {instancePath:instancePath+"/mainPackage",schemaPath:"#/properties/mainPackage/enum",keyword:"enum",params:{allowedValues: schema11.properties.mainPackage.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.adapter !== undefined){
let data15 = data.adapter;
if(typeof data15 !== "string"){
const err25 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!((data15 === "bundled") || (data15 === "engine"))){
const err26 = {instancePath:instancePath+"/adapter",schemaPath:"#/properties/adapter/enum",keyword:"enum",params:{allowedValues: schema11.properties.adapter.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.mainPackageLimit !== undefined){
let data16 = data.mainPackageLimit;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err27 = {instancePath:instancePath+"/mainPackageLimit",schemaPath:"#/properties/mainPackageLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const _errs38 = errors;
let valid5 = false;
const _errs39 = errors;
if(0 !== data16){
const err28 = {instancePath:instancePath+"/mainPackageLimit",schemaPath:"#/properties/mainPackageLimit/anyOf/0/const",keyword:"const",params:{allowedValue: 0},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid0 = _errs39 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const _errs40 = errors;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 100000000 || isNaN(data16)){
const err29 = {instancePath:instancePath+"/mainPackageLimit",schemaPath:"#/properties/mainPackageLimit/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000},message:"must be <= 100000000"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data16 < 1000 || isNaN(data16)){
const err30 = {instancePath:instancePath+"/mainPackageLimit",schemaPath:"#/properties/mainPackageLimit/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid0 = _errs40 === errors;
valid5 = valid5 || _valid0;
}
if(!valid5){
const err31 = {instancePath:instancePath+"/mainPackageLimit",schemaPath:"#/properties/mainPackageLimit/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
}
}
if(data.totalLimit !== undefined){
let data17 = data.totalLimit;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err32 = {instancePath:instancePath+"/totalLimit",schemaPath:"#/properties/totalLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const _errs43 = errors;
let valid6 = false;
const _errs44 = errors;
if(0 !== data17){
const err33 = {instancePath:instancePath+"/totalLimit",schemaPath:"#/properties/totalLimit/anyOf/0/const",keyword:"const",params:{allowedValue: 0},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid1 = _errs44 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const _errs45 = errors;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 100000000 || isNaN(data17)){
const err34 = {instancePath:instancePath+"/totalLimit",schemaPath:"#/properties/totalLimit/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000000},message:"must be <= 100000000"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data17 < 1000 || isNaN(data17)){
const err35 = {instancePath:instancePath+"/totalLimit",schemaPath:"#/properties/totalLimit/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid1 = _errs45 === errors;
valid6 = valid6 || _valid1;
}
if(!valid6){
const err36 = {instancePath:instancePath+"/totalLimit",schemaPath:"#/properties/totalLimit/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
}
if(data.strict !== undefined){
if(typeof data.strict !== "boolean"){
const err37 = {instancePath:instancePath+"/strict",schemaPath:"#/properties/strict/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.firstScreen !== undefined){
if(typeof data.firstScreen !== "boolean"){
const err38 = {instancePath:instancePath+"/firstScreen",schemaPath:"#/properties/firstScreen/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.firstScreenColors !== undefined){
let data20 = data.firstScreenColors;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key3 in data20){
if(!((((key3 === "background") || (key3 === "bar")) || (key3 === "track")) || (key3 === "text"))){
const err39 = {instancePath:instancePath+"/firstScreenColors",schemaPath:"#/properties/firstScreenColors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data20.background !== undefined){
let data21 = data20.background;
if(typeof data21 === "string"){
if(!pattern3.test(data21)){
const err40 = {instancePath:instancePath+"/firstScreenColors/background",schemaPath:"#/properties/firstScreenColors/properties/background/pattern",keyword:"pattern",params:{pattern: "^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"},message:"must match pattern \""+"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/firstScreenColors/background",schemaPath:"#/properties/firstScreenColors/properties/background/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data20.bar !== undefined){
let data22 = data20.bar;
if(typeof data22 === "string"){
if(!pattern3.test(data22)){
const err42 = {instancePath:instancePath+"/firstScreenColors/bar",schemaPath:"#/properties/firstScreenColors/properties/bar/pattern",keyword:"pattern",params:{pattern: "^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"},message:"must match pattern \""+"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/firstScreenColors/bar",schemaPath:"#/properties/firstScreenColors/properties/bar/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data20.track !== undefined){
let data23 = data20.track;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
const err44 = {instancePath:instancePath+"/firstScreenColors/track",schemaPath:"#/properties/firstScreenColors/properties/track/pattern",keyword:"pattern",params:{pattern: "^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"},message:"must match pattern \""+"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"+"\""};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/firstScreenColors/track",schemaPath:"#/properties/firstScreenColors/properties/track/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data20.text !== undefined){
let data24 = data20.text;
if(typeof data24 === "string"){
if(!pattern3.test(data24)){
const err46 = {instancePath:instancePath+"/firstScreenColors/text",schemaPath:"#/properties/firstScreenColors/properties/text/pattern",keyword:"pattern",params:{pattern: "^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"},message:"must match pattern \""+"^(?:#(?:[0-9a-fA-F]{3}){1,2})?$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/firstScreenColors/text",schemaPath:"#/properties/firstScreenColors/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/firstScreenColors",schemaPath:"#/properties/firstScreenColors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.firstScreenLogo !== undefined){
if(typeof data.firstScreenLogo !== "string"){
const err49 = {instancePath:instancePath+"/firstScreenLogo",schemaPath:"#/properties/firstScreenLogo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.firstScreenBackground !== undefined){
if(typeof data.firstScreenBackground !== "string"){
const err50 = {instancePath:instancePath+"/firstScreenBackground",schemaPath:"#/properties/firstScreenBackground/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.firstScreenText !== undefined){
let data27 = data.firstScreenText;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key4 in data27){
if(!((key4 === "en") || (key4 === "zh"))){
const err51 = {instancePath:instancePath+"/firstScreenText",schemaPath:"#/properties/firstScreenText/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data27.en !== undefined){
let data28 = data27.en;
if(typeof data28 === "string"){
if(!pattern7.test(data28)){
const err52 = {instancePath:instancePath+"/firstScreenText/en",schemaPath:"#/properties/firstScreenText/properties/en/pattern",keyword:"pattern",params:{pattern: "^(?:.{1,40})?$"},message:"must match pattern \""+"^(?:.{1,40})?$"+"\""};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/firstScreenText/en",schemaPath:"#/properties/firstScreenText/properties/en/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data27.zh !== undefined){
let data29 = data27.zh;
if(typeof data29 === "string"){
if(!pattern8.test(data29)){
const err54 = {instancePath:instancePath+"/firstScreenText/zh",schemaPath:"#/properties/firstScreenText/properties/zh/pattern",keyword:"pattern",params:{pattern: "^(?:.{1,20})?$"},message:"must match pattern \""+"^(?:.{1,20})?$"+"\""};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/firstScreenText/zh",schemaPath:"#/properties/firstScreenText/properties/zh/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/firstScreenText",schemaPath:"#/properties/firstScreenText/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.engineSplash !== undefined){
let data30 = data.engineSplash;
if(typeof data30 !== "string"){
const err57 = {instancePath:instancePath+"/engineSplash",schemaPath:"#/properties/engineSplash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!((data30 === "project") || (data30 === "off"))){
const err58 = {instancePath:instancePath+"/engineSplash",schemaPath:"#/properties/engineSplash/enum",keyword:"enum",params:{allowedValues: schema11.properties.engineSplash.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.showStatusBar !== undefined){
if(typeof data.showStatusBar !== "boolean"){
const err59 = {instancePath:instancePath+"/showStatusBar",schemaPath:"#/properties/showStatusBar/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.networkTimeout !== undefined){
let data32 = data.networkTimeout;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key5 in data32){
if(!((((key5 === "request") || (key5 === "connectSocket")) || (key5 === "download")) || (key5 === "upload"))){
const err60 = {instancePath:instancePath+"/networkTimeout",schemaPath:"#/properties/networkTimeout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data32.request !== undefined){
let data33 = data32.request;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err61 = {instancePath:instancePath+"/networkTimeout/request",schemaPath:"#/properties/networkTimeout/properties/request/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 600000 || isNaN(data33)){
const err62 = {instancePath:instancePath+"/networkTimeout/request",schemaPath:"#/properties/networkTimeout/properties/request/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600000},message:"must be <= 600000"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data33 < 1000 || isNaN(data33)){
const err63 = {instancePath:instancePath+"/networkTimeout/request",schemaPath:"#/properties/networkTimeout/properties/request/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data32.connectSocket !== undefined){
let data34 = data32.connectSocket;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err64 = {instancePath:instancePath+"/networkTimeout/connectSocket",schemaPath:"#/properties/networkTimeout/properties/connectSocket/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 600000 || isNaN(data34)){
const err65 = {instancePath:instancePath+"/networkTimeout/connectSocket",schemaPath:"#/properties/networkTimeout/properties/connectSocket/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600000},message:"must be <= 600000"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data34 < 1000 || isNaN(data34)){
const err66 = {instancePath:instancePath+"/networkTimeout/connectSocket",schemaPath:"#/properties/networkTimeout/properties/connectSocket/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
if(data32.download !== undefined){
let data35 = data32.download;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err67 = {instancePath:instancePath+"/networkTimeout/download",schemaPath:"#/properties/networkTimeout/properties/download/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 600000 || isNaN(data35)){
const err68 = {instancePath:instancePath+"/networkTimeout/download",schemaPath:"#/properties/networkTimeout/properties/download/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600000},message:"must be <= 600000"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data35 < 1000 || isNaN(data35)){
const err69 = {instancePath:instancePath+"/networkTimeout/download",schemaPath:"#/properties/networkTimeout/properties/download/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data32.upload !== undefined){
let data36 = data32.upload;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err70 = {instancePath:instancePath+"/networkTimeout/upload",schemaPath:"#/properties/networkTimeout/properties/upload/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 600000 || isNaN(data36)){
const err71 = {instancePath:instancePath+"/networkTimeout/upload",schemaPath:"#/properties/networkTimeout/properties/upload/maximum",keyword:"maximum",params:{comparison: "<=", limit: 600000},message:"must be <= 600000"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data36 < 1000 || isNaN(data36)){
const err72 = {instancePath:instancePath+"/networkTimeout/upload",schemaPath:"#/properties/networkTimeout/properties/upload/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000},message:"must be >= 1000"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
}
else {
const err73 = {instancePath:instancePath+"/networkTimeout",schemaPath:"#/properties/networkTimeout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.iOSHighPerformance !== undefined){
if(typeof data.iOSHighPerformance !== "boolean"){
const err74 = {instancePath:instancePath+"/iOSHighPerformance",schemaPath:"#/properties/iOSHighPerformance/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.cacheQuota !== undefined){
let data38 = data.cacheQuota;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err75 = {instancePath:instancePath+"/cacheQuota",schemaPath:"#/properties/cacheQuota/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const _errs91 = errors;
let valid10 = false;
const _errs92 = errors;
if(0 !== data38){
const err76 = {instancePath:instancePath+"/cacheQuota",schemaPath:"#/properties/cacheQuota/anyOf/0/const",keyword:"const",params:{allowedValue: 0},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
var _valid2 = _errs92 === errors;
valid10 = valid10 || _valid2;
if(!valid10){
const _errs93 = errors;
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 1000000000 || isNaN(data38)){
const err77 = {instancePath:instancePath+"/cacheQuota",schemaPath:"#/properties/cacheQuota/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data38 < 1000000 || isNaN(data38)){
const err78 = {instancePath:instancePath+"/cacheQuota",schemaPath:"#/properties/cacheQuota/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1000000},message:"must be >= 1000000"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
var _valid2 = _errs93 === errors;
valid10 = valid10 || _valid2;
}
if(!valid10){
const err79 = {instancePath:instancePath+"/cacheQuota",schemaPath:"#/properties/cacheQuota/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
else {
errors = _errs91;
if(vErrors !== null){
if(_errs91){
vErrors.length = _errs91;
}
else {
vErrors = null;
}
}
}
}
if(data.recordHost !== undefined){
if(typeof data.recordHost !== "boolean"){
const err80 = {instancePath:instancePath+"/recordHost",schemaPath:"#/properties/recordHost/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateCommonOptions = validate11;
const schema12 = {"type":"object","properties":{"startSceneAssetBundle":{"type":"boolean","default":false},"polyfills":{"type":"object","properties":{"asyncFunctions":{"type":"boolean","default":true},"coreJs":{},"targets":{}},"additionalProperties":true},"server":{"type":"string","default":""}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.startSceneAssetBundle !== undefined){
if(typeof data.startSceneAssetBundle !== "boolean"){
const err0 = {instancePath:instancePath+"/startSceneAssetBundle",schemaPath:"#/properties/startSceneAssetBundle/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.polyfills !== undefined){
let data1 = data.polyfills;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.asyncFunctions !== undefined){
if(typeof data1.asyncFunctions !== "boolean"){
const err1 = {instancePath:instancePath+"/polyfills/asyncFunctions",schemaPath:"#/properties/polyfills/properties/asyncFunctions/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/polyfills",schemaPath:"#/properties/polyfills/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.server !== undefined){
if(typeof data.server !== "string"){
const err3 = {instancePath:instancePath+"/server",schemaPath:"#/properties/server/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}
