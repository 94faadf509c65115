// avx2_version: written by `cargo xtask kernels`, do not edit.
.p2align 6
.skip 8, 0x90
2:
// The next group of versions; after the last one the first and the next nonce.
add r12, 512
lea rax, [r8 + 256]
cmp r12, r13
cmove r12, r14
cmove r8, rax
// First hash, rounds 0 to 3.
vpbroadcastd ymm11, dword ptr [r8 + 4]
vpaddd ymm7, ymm11, ymmword ptr [r12 + 0]
vmovdqa ymm8, ymmword ptr [r12 + 32]
vmovdqa ymm9, ymmword ptr [r12 + 64]
vmovdqa ymm10, ymmword ptr [r12 + 96]
vpaddd ymm3, ymm11, ymmword ptr [r12 + 128]
vmovdqa ymm4, ymmword ptr [r12 + 160]
vmovdqa ymm5, ymmword ptr [r12 + 192]
vmovdqa ymm6, ymmword ptr [r12 + 224]
vpxor ymm12, ymm8, ymm9
// First hash, round 4.
vpbroadcastd ymm13, dword ptr [r8 + 16]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 5.
vpbroadcastd ymm12, dword ptr [r8 + 20]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 6.
vpbroadcastd ymm13, dword ptr [r8 + 24]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 7.
vpbroadcastd ymm12, dword ptr [r8 + 28]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 8.
vpbroadcastd ymm13, dword ptr [r8 + 32]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 9.
vpbroadcastd ymm12, dword ptr [r8 + 36]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 10.
vpbroadcastd ymm13, dword ptr [r8 + 40]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 11.
vpbroadcastd ymm12, dword ptr [r8 + 44]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 12.
vpbroadcastd ymm13, dword ptr [r8 + 48]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 13.
vpbroadcastd ymm12, dword ptr [r8 + 52]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 14.
vpbroadcastd ymm13, dword ptr [r8 + 56]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 15.
vpbroadcastd ymm12, dword ptr [r8 + 60]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 16.
vpbroadcastd ymm13, dword ptr [r8 + 64]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 17.
vpbroadcastd ymm12, dword ptr [r8 + 68]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 18.
vpbroadcastd ymm13, dword ptr [r8 + 72]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 19.
vpbroadcastd ymm12, dword ptr [r8 + 76]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 20.
vpbroadcastd ymm13, dword ptr [r8 + 80]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 21.
vpbroadcastd ymm12, dword ptr [r8 + 84]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 22.
vpbroadcastd ymm13, dword ptr [r8 + 88]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 23.
vpbroadcastd ymm12, dword ptr [r8 + 92]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 24.
vpbroadcastd ymm13, dword ptr [r8 + 96]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 25.
vpbroadcastd ymm12, dword ptr [r8 + 100]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 26.
vpbroadcastd ymm13, dword ptr [r8 + 104]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 27.
vpbroadcastd ymm12, dword ptr [r8 + 108]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 28.
vpbroadcastd ymm13, dword ptr [r8 + 112]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 29.
vpbroadcastd ymm12, dword ptr [r8 + 116]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 30.
vpbroadcastd ymm13, dword ptr [r8 + 120]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 31.
vpbroadcastd ymm12, dword ptr [r8 + 124]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 32.
vpbroadcastd ymm13, dword ptr [r8 + 128]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 33.
vpbroadcastd ymm12, dword ptr [r8 + 132]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 34.
vpbroadcastd ymm13, dword ptr [r8 + 136]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 35.
vpbroadcastd ymm12, dword ptr [r8 + 140]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 36.
vpbroadcastd ymm13, dword ptr [r8 + 144]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 37.
vpbroadcastd ymm12, dword ptr [r8 + 148]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 38.
vpbroadcastd ymm13, dword ptr [r8 + 152]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 39.
vpbroadcastd ymm12, dword ptr [r8 + 156]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 40.
vpbroadcastd ymm13, dword ptr [r8 + 160]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 41.
vpbroadcastd ymm12, dword ptr [r8 + 164]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 42.
vpbroadcastd ymm13, dword ptr [r8 + 168]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 43.
vpbroadcastd ymm12, dword ptr [r8 + 172]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 44.
vpbroadcastd ymm13, dword ptr [r8 + 176]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 45.
vpbroadcastd ymm12, dword ptr [r8 + 180]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 46.
vpbroadcastd ymm13, dword ptr [r8 + 184]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 47.
vpbroadcastd ymm12, dword ptr [r8 + 188]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 48.
vpbroadcastd ymm13, dword ptr [r8 + 192]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 49.
vpbroadcastd ymm12, dword ptr [r8 + 196]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 50.
vpbroadcastd ymm13, dword ptr [r8 + 200]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 51.
vpbroadcastd ymm12, dword ptr [r8 + 204]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 52.
vpbroadcastd ymm13, dword ptr [r8 + 208]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 53.
vpbroadcastd ymm12, dword ptr [r8 + 212]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 54.
vpbroadcastd ymm13, dword ptr [r8 + 216]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 55.
vpbroadcastd ymm12, dword ptr [r8 + 220]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 56.
vpbroadcastd ymm13, dword ptr [r8 + 224]
vpaddd ymm10, ymm10, ymm13
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 57.
vpbroadcastd ymm12, dword ptr [r8 + 228]
vpaddd ymm9, ymm9, ymm12
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// First hash, round 58.
vpbroadcastd ymm13, dword ptr [r8 + 232]
vpaddd ymm8, ymm8, ymm13
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 59.
vpbroadcastd ymm12, dword ptr [r8 + 236]
vpaddd ymm7, ymm7, ymm12
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 60.
vpbroadcastd ymm13, dword ptr [r8 + 240]
vpaddd ymm6, ymm6, ymm13
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 61.
vpbroadcastd ymm12, dword ptr [r8 + 244]
vpaddd ymm5, ymm5, ymm12
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 62.
vpbroadcastd ymm13, dword ptr [r8 + 248]
vpaddd ymm4, ymm4, ymm13
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 63.
vpbroadcastd ymm12, dword ptr [r8 + 252]
vpaddd ymm3, ymm3, ymm12
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// Second hash, round 0.
vpaddd ymm11, ymm3, ymmword ptr [r12 + 256]
vmovdqa ymmword ptr [rsi + 0], ymm11
vpaddd ymm4, ymm4, ymmword ptr [r12 + 288]
vmovdqa ymmword ptr [rsi + 32], ymm4
vpaddd ymm5, ymm5, ymmword ptr [r12 + 320]
vmovdqa ymmword ptr [rsi + 64], ymm5
vpaddd ymm6, ymm6, ymmword ptr [r12 + 352]
vmovdqa ymmword ptr [rsi + 96], ymm6
vpaddd ymm7, ymm7, ymmword ptr [r12 + 384]
vmovdqa ymmword ptr [rsi + 128], ymm7
vpaddd ymm8, ymm8, ymmword ptr [r12 + 416]
vmovdqa ymmword ptr [rsi + 160], ymm8
vpaddd ymm9, ymm9, ymmword ptr [r12 + 448]
vmovdqa ymmword ptr [rsi + 192], ymm9
vpaddd ymm10, ymm10, ymmword ptr [r12 + 480]
vmovdqa ymmword ptr [rsi + 224], ymm10
vpaddd ymm10, ymm11, ymmword ptr [rdi + 4672]
vmovdqa ymm3, ymmword ptr [rdi + 4704]
vmovdqa ymm4, ymmword ptr [rdi + 4736]
vmovdqa ymm5, ymmword ptr [rdi + 4768]
vpaddd ymm6, ymm11, ymmword ptr [rdi + 4800]
vmovdqa ymm7, ymmword ptr [rdi + 4832]
vmovdqa ymm8, ymmword ptr [rdi + 4864]
vpxor ymm13, ymm3, ymm4
// Second hash, round 1.
vmovdqa ymm9, ymmword ptr [rdi + 2144]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// Second hash, round 2.
vmovdqa ymm8, ymmword ptr [rdi + 2176]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// Second hash, round 3.
vmovdqa ymm7, ymmword ptr [rdi + 2208]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// Second hash, round 4.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2240]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// Second hash, round 5.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2272]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// Second hash, round 6.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2304]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// Second hash, round 7.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2336]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// Second hash, round 8.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 2368]
vpxor ymm13, ymm8, ymm9
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpaddd ymm10, ymm10, ymm13
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpaddd ymm6, ymm6, ymm10
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm4
vpaddd ymm10, ymm10, ymm12
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// Second hash, round 9.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 2400]
vpxor ymm12, ymm7, ymm8
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpaddd ymm9, ymm9, ymm12
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpaddd ymm5, ymm5, ymm9
vpxor ymm12, ymm10, ymm3
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm3
vpaddd ymm9, ymm9, ymm13
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// Second hash, round 10.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 2432]
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpxor ymm13, ymm6, ymm7
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpaddd ymm8, ymm8, ymm13
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 7
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymm11
vpaddd ymm4, ymm4, ymm8
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm10
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymm12
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 11.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2464]
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm12, ymm5, ymm6
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpaddd ymm7, ymm7, ymm12
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 7
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 18
vpslld ymm0, ymm4, 21
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpslld ymm2, ymm1, 25
vpaddd ymm3, ymm3, ymm7
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm13, ymm9
vpaddd ymm7, ymm7, ymm13
vpslld ymm2, ymm1, 14
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5280]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 12.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2496]
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm13, ymm4, ymm5
vpsrld ymm14, ymm1, 3
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpslld ymm0, ymm3, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpaddd ymm6, ymm6, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpaddd ymm10, ymm10, ymm6
vpsrld ymm15, ymm1, 10
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 17
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpsrld ymm11, ymm7, 2
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 13
vpslld ymm0, ymm7, 19
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 13.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2528]
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm12, ymm3, ymm4
vpsrld ymm14, ymm1, 3
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpslld ymm0, ymm10, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpaddd ymm5, ymm5, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpaddd ymm9, ymm9, ymm5
vpsrld ymm15, ymm1, 10
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 17
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpsrld ymm11, ymm6, 2
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 13
vpslld ymm0, ymm6, 19
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 14.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2560]
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpxor ymm13, ymm10, ymm3
vpsrld ymm14, ymm1, 3
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpslld ymm0, ymm9, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpaddd ymm4, ymm4, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpaddd ymm8, ymm8, ymm4
vpsrld ymm15, ymm1, 10
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 17
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpsrld ymm11, ymm5, 2
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 13
vpslld ymm0, ymm5, 19
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 15.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2592]
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpxor ymm12, ymm9, ymm10
vpsrld ymm14, ymm1, 3
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpslld ymm0, ymm8, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpaddd ymm3, ymm3, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpaddd ymm7, ymm7, ymm3
vpsrld ymm15, ymm1, 10
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 17
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpsrld ymm11, ymm4, 2
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 13
vpslld ymm0, ymm4, 19
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 16.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 2624]
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm7, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5184]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm3, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm3, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 17.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 2656]
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 17
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm6
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm10, ymm3
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm10, 13
vpsrld ymm11, ymm10, 2
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5312]
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 18.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 2688]
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm5
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm9, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpslld ymm2, ymm1, 13
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm9, 30
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5120]
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 19.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2720]
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpsrld ymm2, ymm1, 19
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm8, ymm9
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpslld ymm2, ymm1, 15
vpsrld ymm0, ymm8, 13
vpsrld ymm11, ymm8, 2
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymm7
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm8, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm8, 30
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 20.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2752]
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpsrld ymm2, ymm1, 19
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm7, ymm8
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpslld ymm2, ymm1, 15
vpsrld ymm0, ymm7, 13
vpsrld ymm11, ymm7, 2
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymm6
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm7, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm7, 30
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 21.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2784]
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpsrld ymm2, ymm1, 19
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm6, ymm7
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpslld ymm2, ymm1, 15
vpsrld ymm0, ymm6, 13
vpsrld ymm11, ymm6, 2
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymm5
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm6, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm6, 30
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 22.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2816]
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpsrld ymm2, ymm1, 19
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm5, ymm6
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpslld ymm2, ymm1, 15
vpsrld ymm0, ymm5, 13
vpsrld ymm11, ymm5, 2
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymm4
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm5, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm5, 30
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 23.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2848]
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpsrld ymm2, ymm1, 19
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpslld ymm2, ymm1, 15
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 24.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 2880]
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm14, ymm1, 10
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpxor ymm14, ymm14, ymm2
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpslld ymm2, ymm1, 13
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5248]
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 25.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 2912]
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm6, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5184]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm10, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm10, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 26.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 2944]
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm5, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm9, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm9, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 27.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2976]
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm4, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm8, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm8, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 28.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3008]
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm3, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm7, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm7, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 29.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3040]
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm10, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm6, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm6, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 30.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3072]
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm9, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm5, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm5, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 31.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3104]
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm8, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm4, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm4, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 32.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3136]
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm7, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm3, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm3, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 33.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3168]
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm6, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm10, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm10, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 34.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3200]
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm5, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm9, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm9, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 35.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3232]
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm4, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm8, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm8, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 36.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3264]
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm3, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm7, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm7, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 37.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3296]
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm10, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm6, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm6, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 38.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3328]
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm9, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm5, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm5, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 39.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3360]
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm8, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm4, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm4, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 40.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3392]
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm7, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm3, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm3, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 41.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3424]
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm6, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm10, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm10, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 42.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3456]
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm5, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm9, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm9, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 43.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3488]
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm4, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm8, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm8, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 44.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3520]
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm3, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm7, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm7, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 45.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3552]
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm10, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm6, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm6, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 46.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3584]
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm9, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm5, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm5, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 47.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3616]
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm8, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm4, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm4, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 48.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3648]
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm7, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm3, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm3, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 49.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3680]
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm7, ymm8
vpsrld ymm11, ymm6, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm6, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm8
vpslld ymm0, ymm6, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm6, 21
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm12, ymm10, ymm3
vpslld ymm0, ymm6, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpaddd ymm9, ymm9, ymm11
vpsrld ymm0, ymm10, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm10, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm9
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm10, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 10
vpaddd ymm9, ymm9, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 50.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3712]
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm6, ymm7
vpsrld ymm11, ymm5, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm5, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm5
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm7
vpslld ymm0, ymm5, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm5, 21
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpxor ymm13, ymm9, ymm10
vpslld ymm0, ymm5, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpaddd ymm8, ymm8, ymm11
vpsrld ymm0, ymm9, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm9, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm8
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm9, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 10
vpaddd ymm8, ymm8, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 51.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3744]
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm5, ymm6
vpsrld ymm11, ymm4, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm4, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm4
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm6
vpslld ymm0, ymm4, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm4, 21
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpxor ymm12, ymm8, ymm9
vpslld ymm0, ymm4, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpaddd ymm7, ymm7, ymm11
vpsrld ymm0, ymm8, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm8, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm7
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm8, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 10
vpaddd ymm7, ymm7, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 52.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3776]
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm4, ymm5
vpsrld ymm11, ymm3, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm3, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm3
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm3, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm3, 21
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpxor ymm13, ymm7, ymm8
vpslld ymm0, ymm3, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpaddd ymm6, ymm6, ymm11
vpsrld ymm0, ymm7, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm7, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm6
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm8
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm7, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 10
vpaddd ymm6, ymm6, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 53.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3808]
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm14, ymm1, 3
vpxor ymm12, ymm3, ymm4
vpsrld ymm11, ymm10, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm10, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm10
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm10, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm10, 21
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpxor ymm12, ymm6, ymm7
vpslld ymm0, ymm10, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpaddd ymm5, ymm5, ymm11
vpsrld ymm0, ymm6, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm6, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm5
vpxor ymm15, ymm15, ymm2
vpand ymm13, ymm13, ymm12
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm13, ymm13, ymm7
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm6, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 10
vpaddd ymm5, ymm5, ymm13
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 54.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3840]
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm14, ymm1, 3
vpxor ymm13, ymm10, ymm3
vpsrld ymm11, ymm9, 6
vpsrld ymm2, ymm1, 7
vpsrld ymm0, ymm9, 11
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm9
vpslld ymm2, ymm1, 25
vpxor ymm13, ymm13, ymm3
vpslld ymm0, ymm9, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm9, 21
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpxor ymm13, ymm5, ymm6
vpslld ymm0, ymm9, 7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpaddd ymm4, ymm4, ymm11
vpsrld ymm0, ymm5, 13
vpsrld ymm15, ymm1, 10
vpsrld ymm11, ymm5, 2
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm4
vpxor ymm15, ymm15, ymm2
vpand ymm12, ymm12, ymm13
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpxor ymm12, ymm12, ymm6
vpslld ymm2, ymm1, 15
vpslld ymm0, ymm5, 30
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 10
vpaddd ymm4, ymm4, ymm12
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 55.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3872]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpxor ymm12, ymm9, ymm10
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm4, ymm5
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm0, ymm4, 13
vpsrld ymm11, ymm4, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm3
vpand ymm13, ymm13, ymm12
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm13, ymm5
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpaddd ymm3, ymm3, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// Second hash, round 56.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3904]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpxor ymm13, ymm8, ymm9
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm13, ymm3, ymm4
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm0, ymm3, 13
vpsrld ymm11, ymm3, 2
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm10
vpand ymm12, ymm12, ymm13
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm12, ymm12, ymm4
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vpaddd ymm10, ymm10, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// Second hash, round 57.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3936]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpxor ymm12, ymm7, ymm8
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpaddd ymm9, ymm9, ymm12
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpaddd ymm5, ymm5, ymm9
// Second hash, round 58.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3968]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpxor ymm13, ymm6, ymm7
vpand ymm13, ymm13, ymm5
vpxor ymm13, ymm13, ymm7
vpaddd ymm8, ymm8, ymm13
vpsrld ymm11, ymm5, 6
vpsrld ymm0, ymm5, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpaddd ymm4, ymm4, ymm8
// Second hash, round 59.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 4000]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpxor ymm12, ymm5, ymm6
vpand ymm12, ymm12, ymm4
vpxor ymm12, ymm12, ymm6
vpaddd ymm7, ymm7, ymm12
vpsrld ymm11, ymm4, 6
vpsrld ymm0, ymm4, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpaddd ymm3, ymm3, ymm7
// Second hash, round 60.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 4032]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpxor ymm13, ymm4, ymm5
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpaddd ymm6, ymm6, ymm13
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpaddd ymm10, ymm10, ymm6
// The test: the last word's bytes in reverse are the top of the hash number, and it is
// at or below the bound if it is the lower of the two.
vpshufb ymm10, ymm10, ymmword ptr [rdi + 32]
vpminud ymm11, ymm10, ymmword ptr [rdi + 5344]
vpcmpeqd ymm11, ymm11, ymm10
vmovmskps eax, ymm11
test eax, eax
jnz 3f
4:
dec rcx
jnz 2b
jmp 5f
// A candidate: turns left and lanes go to the record.
3:
mov dword ptr [r10], ecx
mov dword ptr [r10 + 4], eax
add r10, 8
jmp 4b
5:
vzeroupper
