import path from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { roomsPlugin } from './scripts/lint-rooms.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'coverage/**', 'release/**', '.cache/**', 'node_modules/**', 'test/**/fixtures/**', 'static/**', 'templates/**', 'i18n/**', '.stryker-tmp/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    // Only an interface merges with a class of the engine.
    files: ['types/**'],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  {
    files: ['source/**/*.ts'],
    plugins: { rooms: roomsPlugin(root) },
    rules: { 'rooms/imports': 'error', 'rooms/host-global': 'error' },
  },
);
