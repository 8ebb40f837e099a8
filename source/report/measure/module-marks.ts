/** An engine module with native code, that weighs enough to be worth leaving out. */
export interface NativeModule {
    /** As project settings name it. */
    readonly module: string;
    /** Its files among the engine's: `bullet.release.asm-3a.js`, `assets/spine-BUh5.wasm` (host contract 3, host-builds). */
    readonly chunk: RegExp;
    /** What a scene, a prefab or a script that uses it mentions. Too much is safer than too little. */
    readonly marks: readonly string[];
}

export const nativeModules: readonly NativeModule[] = [
    { module: 'physics-ammo', chunk: /^bullet[.-]/, marks: ['RigidBody', 'Collider', 'CharacterController', 'PhysicsSystem', 'physics.'] },
    { module: 'physics-physx', chunk: /^physx[.-]/, marks: ['RigidBody', 'Collider', 'CharacterController', 'PhysicsSystem', 'physics.'] },
    { module: 'physics-2d-box2d', chunk: /^box2d[.-]/, marks: ['RigidBody2D', 'Collider2D', 'Joint2D', 'PhysicsSystem2D'] },
    { module: 'spine', chunk: /^spine[.-]/, marks: ['sp.Skeleton', 'sp.SkeletonData', 'sp.spine'] },
    { module: 'meshopt', chunk: /^meshopt/, marks: ['meshopt', 'cc.Mesh'] },
];

/** The marks that a text mentions. */
export function findMarks(content: Buffer, marks: readonly string[]): string[] {
    return marks.filter((mark) => content.includes(mark));
}
