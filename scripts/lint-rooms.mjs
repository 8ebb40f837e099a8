// The house's import rules (docs/house.md): which room may import which, and who may name the global `my`.
import path from 'node:path';

/**
 * Each room with the rooms it may import, most specific first. A room may always import itself.
 * `node: false` marks rooms whose code runs on the phone or in a page: no Node modules there, and of packages only `packages`.
 */
export const rooms = [
  { room: 'problems', may: [] },
  { room: 'options', may: ['problems'] },
  { room: 'platform', may: [], node: false },
  { room: 'package', may: ['problems', 'platform'] },
  { room: 'packager', may: ['options', 'package', 'platform', 'problems'] },
  { room: 'hosts/recording', may: ['options'] },
  { room: 'hosts/creator', may: ['hosts/recording', 'packager', 'options', 'platform', 'problems', 'report', 'delivery', 'simulator', 'package'] },
  { room: 'hosts/cocos-cli', may: ['hosts/recording', 'packager', 'options', 'platform', 'problems', 'report', 'delivery', 'simulator', 'package'] },
  { room: 'check', may: ['package', 'platform', 'problems'] },
  { room: 'report/model', may: [], node: false },
  { room: 'report/page', may: ['report/model'], node: false, packages: ['d3-hierarchy'] },
  { room: 'report', may: ['package', 'check', 'problems', 'platform', 'report/model'] },
  { room: 'delivery', may: ['package', 'problems'] },
  { room: 'simulator/model', may: ['platform', 'package'], node: false, packages: ['fflate', '@noble/hashes'] },
  { room: 'simulator/page', may: ['platform', 'simulator/model', 'simulator/protocol'], node: false },
  { room: 'simulator/protocol', may: ['platform'], node: false },
  { room: 'simulator', may: ['package', 'platform', 'problems', 'simulator/model', 'simulator/protocol'] },
  { room: 'runtime/my', may: ['platform'], node: false, typesOnly: ['platform'] },
  { room: 'runtime/web-adapter', may: ['runtime/my', 'platform'], node: false, typesOnly: ['platform'] },
  { room: 'runtime/first-screen', may: ['runtime/my', 'platform'], node: false, typesOnly: ['platform'] },
  { room: 'runtime/lean-start', may: ['runtime/my', 'runtime/first-screen', 'platform'], node: false, typesOnly: ['platform', 'runtime/first-screen'] },
  { room: 'runtime/engine-adapter', may: ['runtime/my', 'runtime/first-screen', 'platform'], node: false, typesOnly: ['platform', 'runtime/first-screen'] },
  { room: 'demo/probe', may: ['runtime/my', 'platform'], node: false },
  { room: 'demo', may: [], node: false, packages: ['cc', 'systemjs'] },
  { room: 'bin', may: ['problems', 'options', 'platform', 'package', 'packager', 'check', 'report', 'report/model', 'delivery', 'simulator'] },
];

const roomOf = (relative) => rooms.find(({ room }) => relative === room || relative.startsWith(`${room}/`));

export function roomsPlugin(root) {
  const source = path.join(root, 'source');
  const imports = {
    meta: { type: 'problem', messages: { wall: '{{from}} may not import {{to}} (see docs/house.md)', node: '{{from}} runs without Node: it may not import {{to}}', types: '{{from}} may import only types from {{to}}', nowhere: '{{file}} stands in no room of the house' }, schema: [] },
    create(context) {
      const file = path.relative(source, context.filename).split(path.sep).join('/');
      const from = roomOf(file);
      const check = (node, specifier, typeOnly) => {
        if (!from) { context.report({ node, messageId: 'nowhere', data: { file } }); return; }
        if (!specifier.startsWith('.')) {
          const named = from.packages?.some((name) => specifier === name || specifier.startsWith(`${name}/`));
          if (from.node === false && !named) context.report({ node, messageId: 'node', data: { from: from.room, to: specifier } });
          return;
        }
        const target = path.relative(source, path.resolve(path.dirname(context.filename), specifier)).split(path.sep).join('/');
        if (target.startsWith('..')) return;
        const to = roomOf(target);
        if (!to) { context.report({ node, messageId: 'nowhere', data: { file: target } }); return; }
        if (to.room === from.room) return;
        if (!from.may.includes(to.room)) { context.report({ node, messageId: 'wall', data: { from: from.room, to: to.room } }); return; }
        if (from.typesOnly?.includes(to.room) && !typeOnly) context.report({ node, messageId: 'types', data: { from: from.room, to: to.room } });
      };
      const isType = (node) => node.importKind === 'type' || node.exportKind === 'type'
        || (node.specifiers?.length > 0 && node.specifiers.every((s) => s.importKind === 'type' || s.exportKind === 'type'));
      return {
        ImportDeclaration: (node) => check(node, node.source.value, isType(node)),
        ExportNamedDeclaration: (node) => { if (node.source) check(node, node.source.value, isType(node)); },
        ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
        ImportExpression: (node) => { if (node.source.type === 'Literal') check(node, String(node.source.value), false); },
      };
    },
  };
  const hostGlobal = {
    meta: { type: 'problem', messages: { my: 'only source/runtime/my may name the global my: take it as a parameter' }, schema: [] },
    create(context) {
      const file = path.relative(source, context.filename).split(path.sep).join('/');
      if (file.startsWith('runtime/my/') || file.startsWith('platform/') || file.startsWith('simulator/')) return {};
      return {
        'Program:exit'(node) {
          const scope = context.sourceCode.getScope(node);
          const through = [...scope.through, ...scope.childScopes.flatMap((child) => child.through)];
          for (const reference of new Set(through)) {
            const isType = reference.isTypeReference && !reference.isValueReference;
            if (reference.identifier.name === 'my' && !isType && !reference.resolved?.defs.length) context.report({ node: reference.identifier, messageId: 'my' });
          }
        },
      };
    },
  };
  return { rules: { imports, 'host-global': hostGlobal } };
}
