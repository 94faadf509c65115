// avx2_nonce: written by `cargo xtask kernels`, do not edit.
.p2align 6
.skip 12, 0x90
2:
// First hash, rounds 0 to 3.
vmovd xmm11, r11d
vpbroadcastd ymm11, xmm11
vpaddd ymm11, ymm11, ymmword ptr [rdi + 0]
add r11d, 8
vpshufb ymm11, ymm11, ymmword ptr [rdi + 32]
vmovdqa ymmword ptr [rsi + 96], ymm11
vpaddd ymm7, ymm11, ymmword ptr [rdi + 4160]
vmovdqa ymm8, ymmword ptr [rdi + 4192]
vmovdqa ymm9, ymmword ptr [rdi + 4224]
vmovdqa ymm10, ymmword ptr [rdi + 4256]
vpaddd ymm3, ymm11, ymmword ptr [rdi + 4288]
vmovdqa ymm4, ymmword ptr [rdi + 4320]
vmovdqa ymm5, ymmword ptr [rdi + 4352]
vpxor ymm12, ymm8, ymm9
// First hash, round 4.
vmovdqa ymm6, ymmword ptr [rdi + 192]
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
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm8
vpaddd ymm6, ymm6, ymm12
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 5.
vmovdqa ymm5, ymmword ptr [rdi + 224]
vpxor ymm12, ymm3, ymm4
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpaddd ymm5, ymm5, ymm12
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm7
vpaddd ymm5, ymm5, ymm13
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 6.
vmovdqa ymm4, ymmword ptr [rdi + 256]
vpxor ymm13, ymm10, ymm3
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpaddd ymm4, ymm4, ymm13
vpsrld ymm11, ymm9, 6
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpaddd ymm8, ymm8, ymm4
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm6
vpaddd ymm4, ymm4, ymm12
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 7.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 288]
vpxor ymm12, ymm9, ymm10
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpaddd ymm3, ymm3, ymm12
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm5
vpaddd ymm3, ymm3, ymm13
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// First hash, round 8.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 320]
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
// First hash, round 9.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 352]
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
// First hash, round 10.
vpaddd ymm8, ymm8, ymmword ptr [rdi + 384]
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
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm10
vpaddd ymm8, ymm8, ymm12
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// First hash, round 11.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 416]
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
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm9
vpaddd ymm7, ymm7, ymm13
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 12.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 448]
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
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm8
vpaddd ymm6, ymm6, ymm12
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 13.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 480]
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm12, ymm3, ymm4
vpand ymm12, ymm12, ymm10
vpxor ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpaddd ymm5, ymm5, ymm12
vpsrld ymm11, ymm10, 6
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 7
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm7
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymm13
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpaddd ymm14, ymm14, ymmword ptr [rdi + 4992]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 14.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 512]
vpxor ymm13, ymm10, ymm3
vpand ymm13, ymm13, ymm9
vpxor ymm13, ymm13, ymm3
vpaddd ymm4, ymm4, ymm13
vpsrld ymm11, ymm9, 6
vmovdqa ymm14, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm9, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5024]
vpaddd ymm8, ymm8, ymm4
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm6
vpaddd ymm4, ymm4, ymm12
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vmovdqa ymmword ptr [rsi + 96], ymm14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 15.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 544]
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm12, ymm9, ymm10
vpand ymm12, ymm12, ymm8
vpxor ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 10
vpaddd ymm3, ymm3, ymm12
vpsrld ymm11, ymm8, 6
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm5
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymm13
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5120]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 16.
vpaddd ymm10, ymm10, ymmword ptr [rdi + 576]
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpand ymm13, ymm13, ymm7
vpxor ymm13, ymm13, ymm9
vpaddd ymm10, ymm10, ymm13
vpsrld ymm14, ymm1, 10
vpsrld ymm11, ymm7, 6
vpsrld ymm0, ymm7, 11
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 17
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 26
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymm10
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpaddd ymm10, ymm10, ymm12
vpsrld ymm11, ymm3, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 10
vmovdqa ymmword ptr [rsi + 160], ymm14
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
// First hash, round 17.
vpaddd ymm9, ymm9, ymmword ptr [rdi + 608]
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm12, ymm7, ymm8
vpand ymm12, ymm12, ymm6
vpxor ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 10
vpaddd ymm9, ymm9, ymm12
vpsrld ymm11, ymm6, 6
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 17
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymm11
vpaddd ymm5, ymm5, ymm9
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm10, ymm3
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm3
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymm13
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5152]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 18.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm13, ymm13, ymm5
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 10
vpaddd ymm8, ymm8, ymmword ptr [rdi + 640]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm5, 21
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm8, ymm8, ymm11
vpaddd ymm4, ymm4, ymm8
vpsrld ymm11, ymm9, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm9, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 30
vpxor ymm12, ymm12, ymm10
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 4928]
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 19.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm12, ymm12, ymm4
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 10
vpaddd ymm7, ymm7, ymmword ptr [rdi + 672]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm4, 21
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm7, ymm7, ymm11
vpaddd ymm3, ymm3, ymm7
vpsrld ymm11, ymm8, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm8, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 30
vpxor ymm13, ymm13, ymm9
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 4960]
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// First hash, round 20.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm13, ymm13, ymm3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 10
vpaddd ymm6, ymm6, ymmword ptr [rdi + 704]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm3, 21
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm6, ymm6, ymm11
vpaddd ymm10, ymm10, ymm6
vpsrld ymm11, ymm7, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm12, ymm12, ymm8
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// First hash, round 21.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm12, ymm12, ymm10
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 10
vpaddd ymm5, ymm5, ymmword ptr [rdi + 736]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm10, 21
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpsrld ymm11, ymm6, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm6, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 30
vpxor ymm13, ymm13, ymm7
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 22.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm13, ymm13, ymm9
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 10
vpaddd ymm4, ymm4, ymmword ptr [rdi + 768]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm9, 21
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm4, ymm4, ymm11
vpaddd ymm8, ymm8, ymm4
vpsrld ymm11, ymm5, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vpxor ymm12, ymm12, ymm6
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// First hash, round 23.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm12, ymm12, ymm8
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 10
vpaddd ymm3, ymm3, ymmword ptr [rdi + 800]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm8, 21
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpsrld ymm11, ymm4, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm4, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 30
vpxor ymm13, ymm13, ymm5
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 24.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm13, ymm13, ymm7
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 10
vpaddd ymm10, ymm10, ymmword ptr [rdi + 832]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm7, 21
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm10, ymm10, ymm11
vpaddd ymm6, ymm6, ymm10
vpsrld ymm11, ymm3, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpxor ymm12, ymm12, ymm4
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm10, ymm10, ymm11
// First hash, round 25.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm12, ymm12, ymm6
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 10
vpaddd ymm9, ymm9, ymmword ptr [rdi + 864]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm12, ymm10, ymm3
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymm9
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 30
vpxor ymm13, ymm13, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5216]
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 26.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpand ymm13, ymm13, ymm5
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 10
vpaddd ymm8, ymm8, ymmword ptr [rdi + 896]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm13, ymm9, ymm10
vpxor ymm14, ymm14, ymm2
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymm8
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 30
vpxor ymm12, ymm12, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5056]
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 27.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpand ymm12, ymm12, ymm4
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 10
vpaddd ymm7, ymm7, ymmword ptr [rdi + 928]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm12, ymm8, ymm9
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymm7
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 30
vpxor ymm13, ymm13, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5088]
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm7, ymm7, ymm11
// First hash, round 28.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 960]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 4960]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm6, ymm6, ymm11
// First hash, round 29.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 992]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 30.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 1024]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm4, ymm4, ymm11
// First hash, round 31.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 1056]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 32.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 1088]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm10, ymm10, ymm11
// First hash, round 33.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 1120]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 34.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 1152]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 35.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 1184]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// First hash, round 36.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 1216]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// First hash, round 37.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 1248]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 38.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 1280]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// First hash, round 39.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 1312]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 40.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 1344]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm10, ymm10, ymm11
// First hash, round 41.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 1376]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 42.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 1408]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 43.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 1440]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm7, ymm7, ymm11
// First hash, round 44.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 1472]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm6, ymm6, ymm11
// First hash, round 45.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 1504]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 46.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 1536]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm4, ymm4, ymm11
// First hash, round 47.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 1568]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 48.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 1600]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm10, ymm10, ymm11
// First hash, round 49.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 1632]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 50.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 1664]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 51.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 1696]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// First hash, round 52.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 1728]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// First hash, round 53.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 1760]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// First hash, round 54.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 1792]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// First hash, round 55.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 1824]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// First hash, round 56.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 1856]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm10, ymm10, ymm11
// First hash, round 57.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 1888]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm9, ymm9, ymm11
// First hash, round 58.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 1920]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm8, ymm8, ymm11
// First hash, round 59.
vpxor ymm12, ymm5, ymm6
vpand ymm12, ymm12, ymm4
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpaddd ymm7, ymm7, ymmword ptr [rdi + 1952]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm0, ymm4, 11
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpaddd ymm3, ymm3, ymm7
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 30
vpxor ymm13, ymm13, ymm9
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// First hash, round 60.
vpxor ymm13, ymm4, ymm5
vpand ymm13, ymm13, ymm3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpaddd ymm6, ymm6, ymmword ptr [rdi + 1984]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm0, ymm3, 11
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpaddd ymm10, ymm10, ymm6
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm12, ymm12, ymm8
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// First hash, round 61.
vpxor ymm12, ymm3, ymm4
vpand ymm12, ymm12, ymm10
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2016]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm0, ymm10, 11
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 30
vpxor ymm13, ymm13, ymm7
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// First hash, round 62.
vpxor ymm13, ymm10, ymm3
vpand ymm13, ymm13, ymm9
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2048]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm0, ymm9, 11
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpaddd ymm8, ymm8, ymm4
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vpxor ymm12, ymm12, ymm6
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// First hash, round 63.
vpxor ymm12, ymm9, ymm10
vpand ymm12, ymm12, ymm8
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2080]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm0, ymm8, 11
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 30
vpxor ymm13, ymm13, ymm5
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
// Second hash, round 0.
vpaddd ymm11, ymm3, ymmword ptr [rdi + 4416]
vmovdqa ymmword ptr [rsi + 0], ymm11
vpaddd ymm4, ymm4, ymmword ptr [rdi + 4448]
vmovdqa ymmword ptr [rsi + 32], ymm4
vpaddd ymm5, ymm5, ymmword ptr [rdi + 4480]
vmovdqa ymmword ptr [rsi + 64], ymm5
vpaddd ymm6, ymm6, ymmword ptr [rdi + 4512]
vmovdqa ymmword ptr [rsi + 96], ymm6
vpaddd ymm7, ymm7, ymmword ptr [rdi + 4544]
vmovdqa ymmword ptr [rsi + 128], ymm7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 4576]
vmovdqa ymmword ptr [rsi + 160], ymm8
vpaddd ymm9, ymm9, ymmword ptr [rdi + 4608]
vmovdqa ymmword ptr [rsi + 192], ymm9
vpaddd ymm10, ymm10, ymmword ptr [rdi + 4640]
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
vpxor ymm12, ymm7, ymm8
vpand ymm12, ymm12, ymm6
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vmovdqa ymm9, ymmword ptr [rdi + 2144]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm12, ymm10, ymm3
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpaddd ymm5, ymm5, ymm9
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 30
vpxor ymm13, ymm13, ymm3
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
// Second hash, round 2.
vpxor ymm13, ymm6, ymm7
vpand ymm13, ymm13, ymm5
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vmovdqa ymm8, ymmword ptr [rdi + 2176]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpaddd ymm4, ymm4, ymm8
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 30
vpxor ymm12, ymm12, ymm10
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// Second hash, round 3.
vpxor ymm12, ymm5, ymm6
vpand ymm12, ymm12, ymm4
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vmovdqa ymm7, ymmword ptr [rdi + 2208]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpaddd ymm3, ymm3, ymm7
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 30
vpxor ymm13, ymm13, ymm9
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
// Second hash, round 4.
vpxor ymm13, ymm4, ymm5
vpand ymm13, ymm13, ymm3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2240]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpaddd ymm10, ymm10, ymm6
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm12, ymm12, ymm8
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
// Second hash, round 5.
vpxor ymm12, ymm3, ymm4
vpand ymm12, ymm12, ymm10
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2272]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 30
vpxor ymm13, ymm13, ymm7
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
// Second hash, round 6.
vpxor ymm13, ymm10, ymm3
vpand ymm13, ymm13, ymm9
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2304]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpaddd ymm8, ymm8, ymm4
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vpxor ymm12, ymm12, ymm6
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
// Second hash, round 7.
vpxor ymm12, ymm9, ymm10
vpand ymm12, ymm12, ymm8
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2336]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 30
vpxor ymm13, ymm13, ymm5
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
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
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpxor ymm12, ymm12, ymm10
vpaddd ymm8, ymm8, ymm12
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
// Second hash, round 11.
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2464]
vmovdqa ymm1, ymmword ptr [rsi + 32]
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
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpsrld ymm2, ymm1, 18
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymm11
vpaddd ymm3, ymm3, ymm7
vpslld ymm2, ymm1, 25
vpxor ymm12, ymm8, ymm9
vpand ymm13, ymm13, ymm12
vpxor ymm13, ymm13, ymm9
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymm13
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 12.
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2496]
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm13, ymm4, ymm5
vpand ymm13, ymm13, ymm3
vpxor ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpaddd ymm6, ymm6, ymm13
vpsrld ymm11, ymm3, 6
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 7
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 18
vpslld ymm0, ymm3, 21
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpslld ymm2, ymm1, 25
vpaddd ymm10, ymm10, ymm6
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm12, ymm8
vpaddd ymm6, ymm6, ymm12
vpslld ymm2, ymm1, 14
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm7, 30
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5280]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 13.
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2528]
vmovdqa ymm1, ymmword ptr [rsi + 96]
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
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpaddd ymm5, ymm5, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 0]
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
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 14.
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2560]
vmovdqa ymm1, ymmword ptr [rsi + 128]
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
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpaddd ymm4, ymm4, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 32]
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
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 15.
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2592]
vmovdqa ymm1, ymmword ptr [rsi + 160]
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
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpaddd ymm3, ymm3, ymm11
vmovdqa ymm1, ymmword ptr [rsi + 64]
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
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 16.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 2624]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpslld ymm2, ymm1, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 14
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm11
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpxor ymm15, ymm15, ymm2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 17.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 2656]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5184]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 18.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm13, ymm13, ymm5
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 10
vpaddd ymm8, ymm8, ymmword ptr [rdi + 2688]
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm2, ymm1, 17
vpsrld ymm0, ymm5, 11
vpaddd ymm8, ymm8, ymm13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm5, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpand ymm12, ymm12, ymm13
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 7
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymm11
vpaddd ymm4, ymm4, ymm8
vpslld ymm2, ymm1, 13
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpslld ymm0, ymm9, 30
vpxor ymm12, ymm12, ymm10
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm9, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5312]
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 19.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm12, ymm12, ymm4
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 10
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2720]
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm7, ymm7, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm12, ymm8, ymm9
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 7
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymm7
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 30
vpxor ymm13, ymm13, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5120]
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 20.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm13, ymm13, ymm3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 10
vpaddd ymm6, ymm6, ymmword ptr [rdi + 2752]
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm6, ymm6, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm3, 21
vpxor ymm13, ymm7, ymm8
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm6, ymm6, ymm11
vpaddd ymm10, ymm10, ymm6
vpsrld ymm11, ymm7, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm7, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 30
vpxor ymm12, ymm12, ymm8
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 21.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm12, ymm12, ymm10
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 10
vpaddd ymm5, ymm5, ymmword ptr [rdi + 2784]
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm5, ymm5, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm10, 21
vpxor ymm12, ymm6, ymm7
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm5, ymm5, ymm11
vpaddd ymm9, ymm9, ymm5
vpsrld ymm11, ymm6, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm6, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm6, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 30
vpxor ymm13, ymm13, ymm7
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 22.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm13, ymm13, ymm9
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 10
vpaddd ymm4, ymm4, ymmword ptr [rdi + 2816]
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm4, ymm4, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm9, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm9, 21
vpxor ymm13, ymm5, ymm6
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm4, ymm4, ymm11
vpaddd ymm8, ymm8, ymm4
vpsrld ymm11, ymm5, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm5, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm5, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 30
vpxor ymm12, ymm12, ymm6
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 23.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm12, ymm12, ymm8
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 10
vpaddd ymm3, ymm3, ymmword ptr [rdi + 2848]
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm3, ymm3, ymm12
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm8, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm8, 21
vpxor ymm12, ymm4, ymm5
vpand ymm13, ymm13, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm3, ymm3, ymm11
vpaddd ymm7, ymm7, ymm3
vpsrld ymm11, ymm4, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm4, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm4, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 30
vpxor ymm13, ymm13, ymm5
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 24.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm13, ymm13, ymm7
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 10
vpaddd ymm10, ymm10, ymmword ptr [rdi + 2880]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpslld ymm0, ymm7, 21
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 15
vpaddd ymm10, ymm10, ymm11
vpaddd ymm6, ymm6, ymm10
vpsrld ymm11, ymm3, 2
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 22
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpxor ymm12, ymm12, ymm4
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 25.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm12, ymm12, ymm6
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 10
vpaddd ymm9, ymm9, ymmword ptr [rdi + 2912]
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 17
vpaddd ymm9, ymm9, ymm12
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 26
vpsrld ymm2, ymm1, 19
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm12, ymm10, ymm3
vpxor ymm14, ymm14, ymm2
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 7
vpslld ymm2, ymm1, 15
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymm9
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 30
vpxor ymm13, ymm13, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5248]
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 26.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 2944]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rdi + 5184]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 27.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 2976]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 28.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3008]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 29.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3040]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 30.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3072]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 31.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3104]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 32.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3136]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 33.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3168]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 34.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3200]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 35.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3232]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 36.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3264]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 37.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3296]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 38.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3328]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 39.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3360]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 40.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3392]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 416], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 41.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3424]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 288]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 448], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 42.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3456]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 320]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 480], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 43.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3488]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 352]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 448]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 0], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 44.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3520]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 384]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 480]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 32], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 45.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3552]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 416]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 0]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 64], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 46.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3584]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 448]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 32]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 96], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 47.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3616]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 480]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 416]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 64]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 128], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 48.
vpxor ymm13, ymm8, ymm9
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm7
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpsrld ymm2, ymm1, 7
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3648]
vpxor ymm14, ymm14, ymm2
vpaddd ymm10, ymm10, ymmword ptr [rsi + 0]
vpsrld ymm0, ymm7, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm10, ymm10, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm7, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm3, ymm4
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 448]
vpslld ymm0, ymm7, 7
vmovdqa ymm1, ymmword ptr [rsi + 96]
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm6, ymm6, ymm10
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm3, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm4
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 160], ymm14
vpaddd ymm10, ymm10, ymm11
// Second hash, round 49.
vpxor ymm12, ymm7, ymm8
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm6
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm6, 6
vpxor ymm12, ymm12, ymm8
vpsrld ymm2, ymm1, 7
vpaddd ymm9, ymm9, ymmword ptr [rdi + 3680]
vpxor ymm14, ymm14, ymm2
vpaddd ymm9, ymm9, ymmword ptr [rsi + 32]
vpsrld ymm0, ymm6, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm9, ymm9, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm6, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm6, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm10, ymm3
vpaddd ymm14, ymm14, ymmword ptr [rsi + 192]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 480]
vpslld ymm0, ymm6, 7
vmovdqa ymm1, ymmword ptr [rsi + 128]
vpxor ymm11, ymm11, ymm0
vpaddd ymm9, ymm9, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm5, ymm5, ymm9
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm10, 2
vpsrld ymm0, ymm10, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm10, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm10, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm3
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm9, ymm9, ymm13
vpslld ymm0, ymm10, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 192], ymm14
vpaddd ymm9, ymm9, ymm11
// Second hash, round 50.
vpxor ymm13, ymm6, ymm7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm5
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm5, 6
vpxor ymm13, ymm13, ymm7
vpsrld ymm2, ymm1, 7
vpaddd ymm8, ymm8, ymmword ptr [rdi + 3712]
vpxor ymm14, ymm14, ymm2
vpaddd ymm8, ymm8, ymmword ptr [rsi + 64]
vpsrld ymm0, ymm5, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm8, ymm8, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm5, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm5, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm9, ymm10
vpaddd ymm14, ymm14, ymmword ptr [rsi + 224]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 0]
vpslld ymm0, ymm5, 7
vmovdqa ymm1, ymmword ptr [rsi + 160]
vpxor ymm11, ymm11, ymm0
vpaddd ymm8, ymm8, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm4, ymm4, ymm8
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm9, 2
vpsrld ymm0, ymm9, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm9, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm9, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm10
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm8, ymm8, ymm12
vpslld ymm0, ymm9, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 224], ymm14
vpaddd ymm8, ymm8, ymm11
// Second hash, round 51.
vpxor ymm12, ymm5, ymm6
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm4
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm4, 6
vpxor ymm12, ymm12, ymm6
vpsrld ymm2, ymm1, 7
vpaddd ymm7, ymm7, ymmword ptr [rdi + 3744]
vpxor ymm14, ymm14, ymm2
vpaddd ymm7, ymm7, ymmword ptr [rsi + 96]
vpsrld ymm0, ymm4, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm7, ymm7, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm4, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm4, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm8, ymm9
vpaddd ymm14, ymm14, ymmword ptr [rsi + 256]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 32]
vpslld ymm0, ymm4, 7
vmovdqa ymm1, ymmword ptr [rsi + 192]
vpxor ymm11, ymm11, ymm0
vpaddd ymm7, ymm7, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm3, ymm3, ymm7
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm8, 2
vpsrld ymm0, ymm8, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm8, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm8, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm9
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm7, ymm7, ymm13
vpslld ymm0, ymm8, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 256], ymm14
vpaddd ymm7, ymm7, ymm11
// Second hash, round 52.
vpxor ymm13, ymm4, ymm5
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm3
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm3, 6
vpxor ymm13, ymm13, ymm5
vpsrld ymm2, ymm1, 7
vpaddd ymm6, ymm6, ymmword ptr [rdi + 3776]
vpxor ymm14, ymm14, ymm2
vpaddd ymm6, ymm6, ymmword ptr [rsi + 128]
vpsrld ymm0, ymm3, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm6, ymm6, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm3, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm3, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm7, ymm8
vpaddd ymm14, ymm14, ymmword ptr [rsi + 288]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 64]
vpslld ymm0, ymm3, 7
vmovdqa ymm1, ymmword ptr [rsi + 224]
vpxor ymm11, ymm11, ymm0
vpaddd ymm6, ymm6, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm10, ymm10, ymm6
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm7, 2
vpsrld ymm0, ymm7, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm7, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm7, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm8
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm6, ymm6, ymm12
vpslld ymm0, ymm7, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 288], ymm14
vpaddd ymm6, ymm6, ymm11
// Second hash, round 53.
vpxor ymm12, ymm3, ymm4
vmovdqa ymm1, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm10
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm10, 6
vpxor ymm12, ymm12, ymm4
vpsrld ymm2, ymm1, 7
vpaddd ymm5, ymm5, ymmword ptr [rdi + 3808]
vpxor ymm14, ymm14, ymm2
vpaddd ymm5, ymm5, ymmword ptr [rsi + 160]
vpsrld ymm0, ymm10, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm5, ymm5, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm10, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm10, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm10, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm6, ymm7
vpaddd ymm14, ymm14, ymmword ptr [rsi + 320]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 96]
vpslld ymm0, ymm10, 7
vmovdqa ymm1, ymmword ptr [rsi + 256]
vpxor ymm11, ymm11, ymm0
vpaddd ymm5, ymm5, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm9, ymm9, ymm5
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm6, 2
vpsrld ymm0, ymm6, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm6, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm6, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm7
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm6, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm5, ymm5, ymm13
vpslld ymm0, ymm6, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 320], ymm14
vpaddd ymm5, ymm5, ymm11
// Second hash, round 54.
vpxor ymm13, ymm10, ymm3
vmovdqa ymm1, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm9
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm9, 6
vpxor ymm13, ymm13, ymm3
vpsrld ymm2, ymm1, 7
vpaddd ymm4, ymm4, ymmword ptr [rdi + 3840]
vpxor ymm14, ymm14, ymm2
vpaddd ymm4, ymm4, ymmword ptr [rsi + 192]
vpsrld ymm0, ymm9, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm4, ymm4, ymm13
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm9, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm9, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm9, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm13, ymm5, ymm6
vpaddd ymm14, ymm14, ymmword ptr [rsi + 352]
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 128]
vpslld ymm0, ymm9, 7
vmovdqa ymm1, ymmword ptr [rsi + 288]
vpxor ymm11, ymm11, ymm0
vpaddd ymm4, ymm4, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm8, ymm8, ymm4
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm5, 2
vpsrld ymm0, ymm5, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm5, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm5, 30
vpslld ymm2, ymm1, 15
vpxor ymm12, ymm12, ymm6
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm5, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm4, ymm4, ymm12
vpslld ymm0, ymm5, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 352], ymm14
vpaddd ymm4, ymm4, ymm11
// Second hash, round 55.
vpxor ymm12, ymm9, ymm10
vmovdqa ymm1, ymmword ptr [rsi + 416]
vpand ymm12, ymm12, ymm8
vpsrld ymm14, ymm1, 3
vpsrld ymm11, ymm8, 6
vpxor ymm12, ymm12, ymm10
vpsrld ymm2, ymm1, 7
vpaddd ymm3, ymm3, ymmword ptr [rdi + 3872]
vpxor ymm14, ymm14, ymm2
vpaddd ymm3, ymm3, ymmword ptr [rsi + 224]
vpsrld ymm0, ymm8, 11
vpsrld ymm2, ymm1, 18
vpaddd ymm3, ymm3, ymm12
vpxor ymm14, ymm14, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm2, ymm1, 25
vpsrld ymm0, ymm8, 25
vpxor ymm11, ymm11, ymm0
vpxor ymm14, ymm14, ymm2
vpslld ymm0, ymm8, 26
vpslld ymm2, ymm1, 14
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm8, 21
vpxor ymm14, ymm14, ymm2
vpxor ymm12, ymm4, ymm5
vpaddd ymm14, ymm14, ymmword ptr [rsi + 384]
vpand ymm13, ymm13, ymm12
vpxor ymm11, ymm11, ymm0
vpaddd ymm14, ymm14, ymmword ptr [rsi + 160]
vpslld ymm0, ymm8, 7
vmovdqa ymm1, ymmword ptr [rsi + 320]
vpxor ymm11, ymm11, ymm0
vpaddd ymm3, ymm3, ymm11
vpsrld ymm15, ymm1, 10
vpaddd ymm7, ymm7, ymm3
vpsrld ymm2, ymm1, 17
vpsrld ymm11, ymm4, 2
vpsrld ymm0, ymm4, 13
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpsrld ymm2, ymm1, 19
vpsrld ymm0, ymm4, 22
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpslld ymm0, ymm4, 30
vpslld ymm2, ymm1, 15
vpxor ymm13, ymm13, ymm5
vpxor ymm15, ymm15, ymm2
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm4, 19
vpslld ymm2, ymm1, 13
vpxor ymm11, ymm11, ymm0
vpxor ymm15, ymm15, ymm2
vpaddd ymm3, ymm3, ymm13
vpslld ymm0, ymm4, 10
vpaddd ymm14, ymm14, ymm15
vpxor ymm11, ymm11, ymm0
vmovdqa ymmword ptr [rsi + 384], ymm14
vpaddd ymm3, ymm3, ymm11
// Second hash, round 56.
vpxor ymm13, ymm8, ymm9
vpand ymm13, ymm13, ymm7
vpsrld ymm11, ymm7, 6
vpxor ymm13, ymm13, ymm9
vpaddd ymm10, ymm10, ymmword ptr [rdi + 3904]
vpaddd ymm10, ymm10, ymmword ptr [rsi + 256]
vpsrld ymm0, ymm7, 11
vpaddd ymm10, ymm10, ymm13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm7, 25
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 26
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 21
vpxor ymm13, ymm3, ymm4
vpand ymm12, ymm12, ymm13
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm7, 7
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm11
vpaddd ymm6, ymm6, ymm10
vpsrld ymm11, ymm3, 2
vpsrld ymm0, ymm3, 13
vpxor ymm11, ymm11, ymm0
vpsrld ymm0, ymm3, 22
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 30
vpxor ymm12, ymm12, ymm4
vpxor ymm11, ymm11, ymm0
vpslld ymm0, ymm3, 19
vpxor ymm11, ymm11, ymm0
vpaddd ymm10, ymm10, ymm12
vpslld ymm0, ymm3, 10
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
