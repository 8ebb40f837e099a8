/**
 * The compressed texture formats that a build for Alipay may use, in the names of Cocos' texture settings: ETC1,
 * PVRTC and ASTC, no ETC2 (platform facts 2.7). Whether a phone has a format is known only at run time.
 */
export const textureFormats = {
    rgb: ['etc1_rgb', 'pvrtc_4bits_rgb', 'pvrtc_2bits_rgb', 'astc_4x4', 'astc_5x5', 'astc_6x6', 'astc_8x8', 'astc_10x5', 'astc_10x10', 'astc_12x12'],
    rgba: [
        'etc1_rgb_a', 'pvrtc_4bits_rgba', 'pvrtc_4bits_rgb_a', 'pvrtc_2bits_rgba', 'pvrtc_2bits_rgb_a',
        'astc_4x4', 'astc_5x5', 'astc_6x6', 'astc_8x8', 'astc_10x5', 'astc_10x10', 'astc_12x12',
    ],
} as const;
