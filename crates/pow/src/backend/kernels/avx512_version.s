// avx512_version: written by `cargo xtask kernels`, do not edit.
.p2align 6
.skip 0, 0x90
2:
// The next group of versions; after the last one the first and the next nonce.
add r12, 2048
lea rax, [r8 + 256]
cmp r12, r13
cmove r12, r14
cmove r8, rax
// First hash, rounds 0 to 3.
vpbroadcastd zmm16, dword ptr [r8 + 4]
vpbroadcastd zmm24, dword ptr [r8 + 4]
vpaddd zmm4, zmm16, zmmword ptr [r12 + 0]
vpaddd zmm12, zmm24, zmmword ptr [r12 + 64]
vmovdqa64 zmm5, zmmword ptr [r12 + 128]
vmovdqa64 zmm13, zmmword ptr [r12 + 192]
vmovdqa64 zmm6, zmmword ptr [r12 + 256]
vmovdqa64 zmm14, zmmword ptr [r12 + 320]
vmovdqa64 zmm7, zmmword ptr [r12 + 384]
vmovdqa64 zmm15, zmmword ptr [r12 + 448]
vpaddd zmm0, zmm16, zmmword ptr [r12 + 512]
vpaddd zmm8, zmm24, zmmword ptr [r12 + 576]
vmovdqa64 zmm1, zmmword ptr [r12 + 640]
vmovdqa64 zmm9, zmmword ptr [r12 + 704]
vmovdqa64 zmm2, zmmword ptr [r12 + 768]
vmovdqa64 zmm10, zmmword ptr [r12 + 832]
vmovdqa64 zmm3, zmmword ptr [r12 + 896]
vmovdqa64 zmm11, zmmword ptr [r12 + 960]
// First hash, round 4.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 16]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 16]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 5.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 20]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 20]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 6.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 24]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 24]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 7.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 28]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 28]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 8.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 32]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 32]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 9.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 36]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 36]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 10.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 40]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 40]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 11.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 44]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 44]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 12.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 48]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 48]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 13.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 52]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 52]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 14.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 56]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 56]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 15.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 60]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 60]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 16.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 64]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 64]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 17.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 68]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 68]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 18.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 72]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 72]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 19.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 76]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 76]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 20.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 80]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 80]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 21.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 84]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 84]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 22.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 88]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 88]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 23.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 92]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 92]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 24.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 96]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 96]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 25.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 100]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 100]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 26.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 104]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 104]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 27.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 108]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 108]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 28.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 112]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 112]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 29.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 116]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 116]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 30.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 120]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 120]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 31.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 124]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 124]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 32.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 128]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 128]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 33.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 132]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 132]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 34.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 136]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 136]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 35.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 140]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 140]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 36.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 144]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 144]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 37.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 148]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 148]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 38.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 152]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 152]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 39.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 156]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 156]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 40.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 160]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 160]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 41.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 164]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 164]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 42.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 168]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 168]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 43.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 172]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 172]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 44.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 176]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 176]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 45.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 180]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 180]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 46.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 184]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 184]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 47.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 188]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 188]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 48.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 192]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 192]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 49.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 196]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 196]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 50.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 200]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 200]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 51.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 204]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 204]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 52.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 208]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 208]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 53.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 212]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 212]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 54.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 216]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 216]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 55.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 220]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 220]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// First hash, round 56.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [r8 + 224]{1to16}
vpaddd zmm15, zmm15, dword ptr [r8 + 224]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// First hash, round 57.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [r8 + 228]{1to16}
vpaddd zmm14, zmm14, dword ptr [r8 + 228]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// First hash, round 58.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [r8 + 232]{1to16}
vpaddd zmm13, zmm13, dword ptr [r8 + 232]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// First hash, round 59.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [r8 + 236]{1to16}
vpaddd zmm12, zmm12, dword ptr [r8 + 236]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// First hash, round 60.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [r8 + 240]{1to16}
vpaddd zmm11, zmm11, dword ptr [r8 + 240]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// First hash, round 61.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [r8 + 244]{1to16}
vpaddd zmm10, zmm10, dword ptr [r8 + 244]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// First hash, round 62.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [r8 + 248]{1to16}
vpaddd zmm9, zmm9, dword ptr [r8 + 248]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// First hash, round 63.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [r8 + 252]{1to16}
vpaddd zmm8, zmm8, dword ptr [r8 + 252]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 0.
vpaddd zmm16, zmm0, zmmword ptr [r12 + 1024]
vpaddd zmm24, zmm8, zmmword ptr [r12 + 1088]
vmovdqa64 zmmword ptr [rsi + 0], zmm16
vmovdqa64 zmmword ptr [rsi + 1024], zmm24
vpaddd zmm1, zmm1, zmmword ptr [r12 + 1152]
vpaddd zmm9, zmm9, zmmword ptr [r12 + 1216]
vmovdqa64 zmmword ptr [rsi + 64], zmm1
vmovdqa64 zmmword ptr [rsi + 1088], zmm9
vpaddd zmm2, zmm2, zmmword ptr [r12 + 1280]
vpaddd zmm10, zmm10, zmmword ptr [r12 + 1344]
vmovdqa64 zmmword ptr [rsi + 128], zmm2
vmovdqa64 zmmword ptr [rsi + 1152], zmm10
vpaddd zmm3, zmm3, zmmword ptr [r12 + 1408]
vpaddd zmm11, zmm11, zmmword ptr [r12 + 1472]
vmovdqa64 zmmword ptr [rsi + 192], zmm3
vmovdqa64 zmmword ptr [rsi + 1216], zmm11
vpaddd zmm4, zmm4, zmmword ptr [r12 + 1536]
vpaddd zmm12, zmm12, zmmword ptr [r12 + 1600]
vmovdqa64 zmmword ptr [rsi + 256], zmm4
vmovdqa64 zmmword ptr [rsi + 1280], zmm12
vpaddd zmm5, zmm5, zmmword ptr [r12 + 1664]
vpaddd zmm13, zmm13, zmmword ptr [r12 + 1728]
vmovdqa64 zmmword ptr [rsi + 320], zmm5
vmovdqa64 zmmword ptr [rsi + 1344], zmm13
vpaddd zmm6, zmm6, zmmword ptr [r12 + 1792]
vpaddd zmm14, zmm14, zmmword ptr [r12 + 1856]
vmovdqa64 zmmword ptr [rsi + 384], zmm6
vmovdqa64 zmmword ptr [rsi + 1408], zmm14
vpaddd zmm7, zmm7, zmmword ptr [r12 + 1920]
vpaddd zmm15, zmm15, zmmword ptr [r12 + 1984]
vmovdqa64 zmmword ptr [rsi + 448], zmm7
vmovdqa64 zmmword ptr [rsi + 1472], zmm15
vpaddd zmm7, zmm16, dword ptr [rdi + 704]{1to16}
vpaddd zmm15, zmm24, dword ptr [rdi + 704]{1to16}
vpbroadcastd zmm0, dword ptr [rdi + 708]
vpbroadcastd zmm8, dword ptr [rdi + 708]
vpbroadcastd zmm1, dword ptr [rdi + 712]
vpbroadcastd zmm9, dword ptr [rdi + 712]
vpbroadcastd zmm2, dword ptr [rdi + 716]
vpbroadcastd zmm10, dword ptr [rdi + 716]
vpaddd zmm3, zmm16, dword ptr [rdi + 720]{1to16}
vpaddd zmm11, zmm24, dword ptr [rdi + 720]{1to16}
vpbroadcastd zmm4, dword ptr [rdi + 724]
vpbroadcastd zmm12, dword ptr [rdi + 724]
vpbroadcastd zmm5, dword ptr [rdi + 728]
vpbroadcastd zmm13, dword ptr [rdi + 728]
// Second hash, round 1.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpbroadcastd zmm6, dword ptr [rdi + 388]
vpbroadcastd zmm14, dword ptr [rdi + 388]
vpaddd zmm6, zmm6, zmmword ptr [rsi + 64]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1088]
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 2.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpbroadcastd zmm5, dword ptr [rdi + 392]
vpbroadcastd zmm13, dword ptr [rdi + 392]
vpaddd zmm5, zmm5, zmmword ptr [rsi + 128]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1152]
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 3.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpbroadcastd zmm4, dword ptr [rdi + 396]
vpbroadcastd zmm12, dword ptr [rdi + 396]
vpaddd zmm4, zmm4, zmmword ptr [rsi + 192]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1216]
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 4.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 400]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 400]{1to16}
vpaddd zmm3, zmm3, zmmword ptr [rsi + 256]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1280]
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 5.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [rdi + 404]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 404]{1to16}
vpaddd zmm2, zmm2, zmmword ptr [rsi + 320]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1344]
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 6.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 408]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 408]{1to16}
vpaddd zmm1, zmm1, zmmword ptr [rsi + 384]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1408]
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 7.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 412]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 412]{1to16}
vpaddd zmm0, zmm0, zmmword ptr [rsi + 448]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1472]
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 8.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [rdi + 416]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 416]{1to16}
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 9.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [rdi + 420]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 420]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 10.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [rdi + 424]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 424]{1to16}
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 11.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 428]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 428]{1to16}
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 12.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 432]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 432]{1to16}
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 13.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 64]
vmovdqa64 zmm28, zmmword ptr [rsi + 1088]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vpaddd zmm2, zmm2, dword ptr [rdi + 436]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 436]{1to16}
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 0], zmm20
vmovdqa64 zmmword ptr [rsi + 1024], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 14.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 128]
vmovdqa64 zmm28, zmmword ptr [rsi + 1152]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 440]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 440]{1to16}
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpaddd zmm20, zmm20, dword ptr [rdi + 780]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 780]{1to16}
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 64], zmm20
vmovdqa64 zmmword ptr [rsi + 1088], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 15.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 192]
vmovdqa64 zmm28, zmmword ptr [rsi + 1216]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 444]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 444]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 0]
vmovdqa64 zmm29, zmmword ptr [rsi + 1024]
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 128], zmm20
vmovdqa64 zmmword ptr [rsi + 1152], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 16.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 256]
vmovdqa64 zmm28, zmmword ptr [rsi + 1280]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpaddd zmm7, zmm7, dword ptr [rdi + 448]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 448]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm7, zmm7, zmmword ptr [rsi + 0]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1024]
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 64]
vmovdqa64 zmm29, zmmword ptr [rsi + 1088]
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 192], zmm20
vmovdqa64 zmmword ptr [rsi + 1216], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 17.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 320]
vmovdqa64 zmm28, zmmword ptr [rsi + 1344]
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpaddd zmm6, zmm6, dword ptr [rdi + 452]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 452]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm6, zmm6, zmmword ptr [rsi + 64]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1088]
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 128]
vmovdqa64 zmm29, zmmword ptr [rsi + 1152]
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 256], zmm20
vmovdqa64 zmmword ptr [rsi + 1280], zmm28
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 18.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 384]
vmovdqa64 zmm28, zmmword ptr [rsi + 1408]
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpaddd zmm5, zmm5, dword ptr [rdi + 456]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 456]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm5, zmm5, zmmword ptr [rsi + 128]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1152]
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 192]
vmovdqa64 zmm29, zmmword ptr [rsi + 1216]
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 320], zmm20
vmovdqa64 zmmword ptr [rsi + 1344], zmm28
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 19.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 448]
vmovdqa64 zmm28, zmmword ptr [rsi + 1472]
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 460]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 460]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm4, zmm4, zmmword ptr [rsi + 192]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1216]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpaddd zmm20, zmm20, zmmword ptr [rsi + 384]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1408]
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm20, zmm20, dword ptr [rdi + 768]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 768]{1to16}
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 256]
vmovdqa64 zmm29, zmmword ptr [rsi + 1280]
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 384], zmm20
vmovdqa64 zmmword ptr [rsi + 1408], zmm28
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 20.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 320]
vmovdqa64 zmm28, zmmword ptr [rsi + 1344]
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 464]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 464]{1to16}
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpaddd zmm3, zmm3, zmmword ptr [rsi + 256]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1280]
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vpaddd zmm20, zmm20, zmmword ptr [rsi + 448]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1472]
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpaddd zmm20, zmm20, dword ptr [rdi + 784]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 784]{1to16}
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 448], zmm20
vmovdqa64 zmmword ptr [rsi + 1472], zmm28
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 21.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 384]
vmovdqa64 zmm28, zmmword ptr [rsi + 1408]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm2, zmm2, dword ptr [rdi + 468]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 468]{1to16}
vpaddd zmm2, zmm2, zmmword ptr [rsi + 320]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1344]
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, dword ptr [rdi + 760]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 760]{1to16}
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 512], zmm20
vmovdqa64 zmmword ptr [rsi + 1536], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 22.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 448]
vmovdqa64 zmm28, zmmword ptr [rsi + 1472]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm1, zmm1, dword ptr [rdi + 472]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 472]{1to16}
vpaddd zmm1, zmm1, zmmword ptr [rsi + 384]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1408]
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 576], zmm20
vmovdqa64 zmmword ptr [rsi + 1600], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 23.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 512]
vmovdqa64 zmm28, zmmword ptr [rsi + 1536]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm0, zmm0, dword ptr [rdi + 476]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 476]{1to16}
vpaddd zmm0, zmm0, zmmword ptr [rsi + 448]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1472]
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 640], zmm20
vmovdqa64 zmmword ptr [rsi + 1664], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 24.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 576]
vmovdqa64 zmm28, zmmword ptr [rsi + 1600]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm7, zmm7, dword ptr [rdi + 480]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 480]{1to16}
vpaddd zmm7, zmm7, zmmword ptr [rsi + 512]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1536]
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 704], zmm20
vmovdqa64 zmmword ptr [rsi + 1728], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 25.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 640]
vmovdqa64 zmm28, zmmword ptr [rsi + 1664]
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm6, zmm6, dword ptr [rdi + 484]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 484]{1to16}
vpaddd zmm6, zmm6, zmmword ptr [rsi + 576]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1600]
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 768], zmm20
vmovdqa64 zmmword ptr [rsi + 1792], zmm28
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 26.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 704]
vmovdqa64 zmm28, zmmword ptr [rsi + 1728]
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm5, zmm5, dword ptr [rdi + 488]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 488]{1to16}
vpaddd zmm5, zmm5, zmmword ptr [rsi + 640]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1664]
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 384]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1408]
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 832], zmm20
vmovdqa64 zmmword ptr [rsi + 1856], zmm28
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 27.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 768]
vmovdqa64 zmm28, zmmword ptr [rsi + 1792]
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vprord zmm22, zmm20, 17
vprord zmm30, zmm28, 17
vpaddd zmm4, zmm4, dword ptr [rdi + 492]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 492]{1to16}
vpaddd zmm4, zmm4, zmmword ptr [rsi + 704]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1728]
vprord zmm23, zmm20, 19
vprord zmm31, zmm28, 19
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpsrld zmm20, zmm20, 10
vpsrld zmm28, zmm28, 10
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 448]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1472]
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm20, zmm20, dword ptr [rdi + 776]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 776]{1to16}
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 896], zmm20
vmovdqa64 zmmword ptr [rsi + 1920], zmm28
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 28.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 0]
vmovdqa64 zmm28, zmmword ptr [rsi + 1024]
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 496]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 496]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm3, zmm3, zmmword ptr [rsi + 768]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1792]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpaddd zmm20, zmm20, zmmword ptr [rsi + 512]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1536]
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm20, zmm20, dword ptr [rdi + 768]{1to16}
vpaddd zmm28, zmm28, dword ptr [rdi + 768]{1to16}
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 832]
vmovdqa64 zmm29, zmmword ptr [rsi + 1856]
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 960], zmm20
vmovdqa64 zmmword ptr [rsi + 1984], zmm28
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 29.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 64]
vmovdqa64 zmm28, zmmword ptr [rsi + 1088]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [rdi + 500]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 500]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm2, zmm2, zmmword ptr [rsi + 832]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1856]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 576]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1600]
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 896]
vmovdqa64 zmm29, zmmword ptr [rsi + 1920]
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 0], zmm20
vmovdqa64 zmmword ptr [rsi + 1024], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 30.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 128]
vmovdqa64 zmm28, zmmword ptr [rsi + 1152]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 504]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 504]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm1, zmm1, zmmword ptr [rsi + 896]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1920]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 640]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1664]
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 960]
vmovdqa64 zmm29, zmmword ptr [rsi + 1984]
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 64], zmm20
vmovdqa64 zmmword ptr [rsi + 1088], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 31.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 192]
vmovdqa64 zmm28, zmmword ptr [rsi + 1216]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 508]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 508]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm0, zmm0, zmmword ptr [rsi + 960]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1984]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 704]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1728]
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 0]
vmovdqa64 zmm29, zmmword ptr [rsi + 1024]
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 128], zmm20
vmovdqa64 zmmword ptr [rsi + 1152], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 32.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 256]
vmovdqa64 zmm28, zmmword ptr [rsi + 1280]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [rdi + 512]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 512]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm7, zmm7, zmmword ptr [rsi + 0]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1024]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 768]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1792]
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 64]
vmovdqa64 zmm29, zmmword ptr [rsi + 1088]
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 192], zmm20
vmovdqa64 zmmword ptr [rsi + 1216], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 33.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 320]
vmovdqa64 zmm28, zmmword ptr [rsi + 1344]
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [rdi + 516]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 516]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm6, zmm6, zmmword ptr [rsi + 64]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1088]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 832]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1856]
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 128]
vmovdqa64 zmm29, zmmword ptr [rsi + 1152]
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 256], zmm20
vmovdqa64 zmmword ptr [rsi + 1280], zmm28
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 34.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 384]
vmovdqa64 zmm28, zmmword ptr [rsi + 1408]
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [rdi + 520]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 520]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm5, zmm5, zmmword ptr [rsi + 128]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1152]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 896]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1920]
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 192]
vmovdqa64 zmm29, zmmword ptr [rsi + 1216]
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 320], zmm20
vmovdqa64 zmmword ptr [rsi + 1344], zmm28
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 35.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 448]
vmovdqa64 zmm28, zmmword ptr [rsi + 1472]
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 524]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 524]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm4, zmm4, zmmword ptr [rsi + 192]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1216]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpaddd zmm20, zmm20, zmmword ptr [rsi + 384]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1408]
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 960]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1984]
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 256]
vmovdqa64 zmm29, zmmword ptr [rsi + 1280]
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 384], zmm20
vmovdqa64 zmmword ptr [rsi + 1408], zmm28
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 36.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 512]
vmovdqa64 zmm28, zmmword ptr [rsi + 1536]
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 528]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 528]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm3, zmm3, zmmword ptr [rsi + 256]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1280]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpaddd zmm20, zmm20, zmmword ptr [rsi + 448]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1472]
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 320]
vmovdqa64 zmm29, zmmword ptr [rsi + 1344]
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 448], zmm20
vmovdqa64 zmmword ptr [rsi + 1472], zmm28
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 37.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 576]
vmovdqa64 zmm28, zmmword ptr [rsi + 1600]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [rdi + 532]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 532]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm2, zmm2, zmmword ptr [rsi + 320]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1344]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpaddd zmm20, zmm20, zmmword ptr [rsi + 512]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1536]
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 384]
vmovdqa64 zmm29, zmmword ptr [rsi + 1408]
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 512], zmm20
vmovdqa64 zmmword ptr [rsi + 1536], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 38.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 640]
vmovdqa64 zmm28, zmmword ptr [rsi + 1664]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 536]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 536]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm1, zmm1, zmmword ptr [rsi + 384]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1408]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpaddd zmm20, zmm20, zmmword ptr [rsi + 576]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1600]
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 448]
vmovdqa64 zmm29, zmmword ptr [rsi + 1472]
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 576], zmm20
vmovdqa64 zmmword ptr [rsi + 1600], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 39.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 704]
vmovdqa64 zmm28, zmmword ptr [rsi + 1728]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 540]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 540]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm0, zmm0, zmmword ptr [rsi + 448]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1472]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 640]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1664]
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 512]
vmovdqa64 zmm29, zmmword ptr [rsi + 1536]
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 640], zmm20
vmovdqa64 zmmword ptr [rsi + 1664], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 40.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 768]
vmovdqa64 zmm28, zmmword ptr [rsi + 1792]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [rdi + 544]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 544]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm7, zmm7, zmmword ptr [rsi + 512]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1536]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpaddd zmm20, zmm20, zmmword ptr [rsi + 704]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1728]
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 576]
vmovdqa64 zmm29, zmmword ptr [rsi + 1600]
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 704], zmm20
vmovdqa64 zmmword ptr [rsi + 1728], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 41.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 832]
vmovdqa64 zmm28, zmmword ptr [rsi + 1856]
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [rdi + 548]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 548]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm6, zmm6, zmmword ptr [rsi + 576]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1600]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpaddd zmm20, zmm20, zmmword ptr [rsi + 768]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1792]
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 640]
vmovdqa64 zmm29, zmmword ptr [rsi + 1664]
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 768], zmm20
vmovdqa64 zmmword ptr [rsi + 1792], zmm28
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 42.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 896]
vmovdqa64 zmm28, zmmword ptr [rsi + 1920]
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [rdi + 552]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 552]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm5, zmm5, zmmword ptr [rsi + 640]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1664]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpaddd zmm20, zmm20, zmmword ptr [rsi + 832]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1856]
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 384]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1408]
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 704]
vmovdqa64 zmm29, zmmword ptr [rsi + 1728]
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 832], zmm20
vmovdqa64 zmmword ptr [rsi + 1856], zmm28
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 43.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 960]
vmovdqa64 zmm28, zmmword ptr [rsi + 1984]
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 556]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 556]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm4, zmm4, zmmword ptr [rsi + 704]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1728]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpaddd zmm20, zmm20, zmmword ptr [rsi + 896]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1920]
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 448]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1472]
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 768]
vmovdqa64 zmm29, zmmword ptr [rsi + 1792]
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 896], zmm20
vmovdqa64 zmmword ptr [rsi + 1920], zmm28
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 44.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 0]
vmovdqa64 zmm28, zmmword ptr [rsi + 1024]
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 560]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 560]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm3, zmm3, zmmword ptr [rsi + 768]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1792]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpaddd zmm20, zmm20, zmmword ptr [rsi + 960]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1984]
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 512]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1536]
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 832]
vmovdqa64 zmm29, zmmword ptr [rsi + 1856]
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 960], zmm20
vmovdqa64 zmmword ptr [rsi + 1984], zmm28
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 45.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 64]
vmovdqa64 zmm28, zmmword ptr [rsi + 1088]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [rdi + 564]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 564]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm2, zmm2, zmmword ptr [rsi + 832]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1856]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 576]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1600]
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 896]
vmovdqa64 zmm29, zmmword ptr [rsi + 1920]
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 0], zmm20
vmovdqa64 zmmword ptr [rsi + 1024], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 46.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 128]
vmovdqa64 zmm28, zmmword ptr [rsi + 1152]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 568]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 568]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm1, zmm1, zmmword ptr [rsi + 896]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1920]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 640]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1664]
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 960]
vmovdqa64 zmm29, zmmword ptr [rsi + 1984]
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 64], zmm20
vmovdqa64 zmmword ptr [rsi + 1088], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 47.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 192]
vmovdqa64 zmm28, zmmword ptr [rsi + 1216]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 572]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 572]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm0, zmm0, zmmword ptr [rsi + 960]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1984]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 704]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1728]
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 0]
vmovdqa64 zmm29, zmmword ptr [rsi + 1024]
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 128], zmm20
vmovdqa64 zmmword ptr [rsi + 1152], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 48.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 256]
vmovdqa64 zmm28, zmmword ptr [rsi + 1280]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [rdi + 576]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 576]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm7, zmm7, zmmword ptr [rsi + 0]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1024]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 768]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1792]
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 64]
vmovdqa64 zmm29, zmmword ptr [rsi + 1088]
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 192], zmm20
vmovdqa64 zmmword ptr [rsi + 1216], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 49.
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 320]
vmovdqa64 zmm28, zmmword ptr [rsi + 1344]
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm6, zmm6, dword ptr [rdi + 580]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 580]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm6, zmm6, zmmword ptr [rsi + 64]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1088]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 832]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1856]
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 128]
vmovdqa64 zmm29, zmmword ptr [rsi + 1152]
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vprord zmm17, zmm7, 2
vprord zmm25, zmm15, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm7, 13
vprord zmm26, zmm15, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm7, 22
vprord zmm24, zmm15, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm0, zmm1, 0xe8
vpternlogd zmm27, zmm8, zmm9, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 256], zmm20
vmovdqa64 zmmword ptr [rsi + 1280], zmm28
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
// Second hash, round 50.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 384]
vmovdqa64 zmm28, zmmword ptr [rsi + 1408]
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [rdi + 584]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 584]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm5, zmm5, zmmword ptr [rsi + 128]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1152]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 896]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1920]
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 192]
vmovdqa64 zmm29, zmmword ptr [rsi + 1216]
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
vprord zmm17, zmm6, 2
vprord zmm25, zmm14, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm6, 13
vprord zmm26, zmm14, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm6, 22
vprord zmm24, zmm14, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm7, zmm0, 0xe8
vpternlogd zmm27, zmm15, zmm8, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 320], zmm20
vmovdqa64 zmmword ptr [rsi + 1344], zmm28
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
// Second hash, round 51.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 448]
vmovdqa64 zmm28, zmmword ptr [rsi + 1472]
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 588]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 588]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm4, zmm4, zmmword ptr [rsi + 192]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1216]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpaddd zmm20, zmm20, zmmword ptr [rsi + 384]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1408]
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 960]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1984]
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 256]
vmovdqa64 zmm29, zmmword ptr [rsi + 1280]
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
vprord zmm17, zmm5, 2
vprord zmm25, zmm13, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm5, 13
vprord zmm26, zmm13, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm5, 22
vprord zmm24, zmm13, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm6, zmm7, 0xe8
vpternlogd zmm27, zmm14, zmm15, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 384], zmm20
vmovdqa64 zmmword ptr [rsi + 1408], zmm28
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
// Second hash, round 52.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 512]
vmovdqa64 zmm28, zmmword ptr [rsi + 1536]
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 592]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 592]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm3, zmm3, zmmword ptr [rsi + 256]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1280]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpaddd zmm20, zmm20, zmmword ptr [rsi + 448]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1472]
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 0]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1024]
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 320]
vmovdqa64 zmm29, zmmword ptr [rsi + 1344]
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
vprord zmm17, zmm4, 2
vprord zmm25, zmm12, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm4, 13
vprord zmm26, zmm12, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm4, 22
vprord zmm24, zmm12, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm5, zmm6, 0xe8
vpternlogd zmm27, zmm13, zmm14, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 448], zmm20
vmovdqa64 zmmword ptr [rsi + 1472], zmm28
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
// Second hash, round 53.
vprord zmm17, zmm7, 6
vprord zmm25, zmm15, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 576]
vmovdqa64 zmm28, zmmword ptr [rsi + 1600]
vprord zmm18, zmm7, 11
vprord zmm26, zmm15, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm7, 25
vprord zmm24, zmm15, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm2, zmm2, dword ptr [rdi + 596]{1to16}
vpaddd zmm10, zmm10, dword ptr [rdi + 596]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm2, zmm2, zmmword ptr [rsi + 320]
vpaddd zmm10, zmm10, zmmword ptr [rsi + 1344]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm7
vmovdqa64 zmm27, zmm15
vpaddd zmm20, zmm20, zmmword ptr [rsi + 512]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1536]
vpternlogd zmm19, zmm0, zmm1, 0xca
vpternlogd zmm27, zmm8, zmm9, 0xca
vpaddd zmm2, zmm2, zmm19
vpaddd zmm10, zmm10, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 64]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1088]
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 384]
vmovdqa64 zmm29, zmmword ptr [rsi + 1408]
vpaddd zmm6, zmm6, zmm2
vpaddd zmm14, zmm14, zmm10
vprord zmm17, zmm3, 2
vprord zmm25, zmm11, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm3, 13
vprord zmm26, zmm11, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm3, 22
vprord zmm24, zmm11, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm4, zmm5, 0xe8
vpternlogd zmm27, zmm12, zmm13, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 512], zmm20
vmovdqa64 zmmword ptr [rsi + 1536], zmm28
vpaddd zmm2, zmm2, zmm16
vpaddd zmm10, zmm10, zmm24
// Second hash, round 54.
vprord zmm17, zmm6, 6
vprord zmm25, zmm14, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 640]
vmovdqa64 zmm28, zmmword ptr [rsi + 1664]
vprord zmm18, zmm6, 11
vprord zmm26, zmm14, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm6, 25
vprord zmm24, zmm14, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm1, zmm1, dword ptr [rdi + 600]{1to16}
vpaddd zmm9, zmm9, dword ptr [rdi + 600]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm1, zmm1, zmmword ptr [rsi + 384]
vpaddd zmm9, zmm9, zmmword ptr [rsi + 1408]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm6
vmovdqa64 zmm27, zmm14
vpaddd zmm20, zmm20, zmmword ptr [rsi + 576]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1600]
vpternlogd zmm19, zmm7, zmm0, 0xca
vpternlogd zmm27, zmm15, zmm8, 0xca
vpaddd zmm1, zmm1, zmm19
vpaddd zmm9, zmm9, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 128]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1152]
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 448]
vmovdqa64 zmm29, zmmword ptr [rsi + 1472]
vpaddd zmm5, zmm5, zmm1
vpaddd zmm13, zmm13, zmm9
vprord zmm17, zmm2, 2
vprord zmm25, zmm10, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm2, 13
vprord zmm26, zmm10, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm2, 22
vprord zmm24, zmm10, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm3, zmm4, 0xe8
vpternlogd zmm27, zmm11, zmm12, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 576], zmm20
vmovdqa64 zmmword ptr [rsi + 1600], zmm28
vpaddd zmm1, zmm1, zmm16
vpaddd zmm9, zmm9, zmm24
// Second hash, round 55.
vprord zmm17, zmm5, 6
vprord zmm25, zmm13, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 704]
vmovdqa64 zmm28, zmmword ptr [rsi + 1728]
vprord zmm18, zmm5, 11
vprord zmm26, zmm13, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm5, 25
vprord zmm24, zmm13, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm0, zmm0, dword ptr [rdi + 604]{1to16}
vpaddd zmm8, zmm8, dword ptr [rdi + 604]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm0, zmm0, zmmword ptr [rsi + 448]
vpaddd zmm8, zmm8, zmmword ptr [rsi + 1472]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm5
vmovdqa64 zmm27, zmm13
vpaddd zmm20, zmm20, zmmword ptr [rsi + 640]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1664]
vpternlogd zmm19, zmm6, zmm7, 0xca
vpternlogd zmm27, zmm14, zmm15, 0xca
vpaddd zmm0, zmm0, zmm19
vpaddd zmm8, zmm8, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 192]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1216]
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 512]
vmovdqa64 zmm29, zmmword ptr [rsi + 1536]
vpaddd zmm4, zmm4, zmm0
vpaddd zmm12, zmm12, zmm8
vprord zmm17, zmm1, 2
vprord zmm25, zmm9, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm1, 13
vprord zmm26, zmm9, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm1, 22
vprord zmm24, zmm9, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm2, zmm3, 0xe8
vpternlogd zmm27, zmm10, zmm11, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 640], zmm20
vmovdqa64 zmmword ptr [rsi + 1664], zmm28
vpaddd zmm0, zmm0, zmm16
vpaddd zmm8, zmm8, zmm24
// Second hash, round 56.
vprord zmm17, zmm4, 6
vprord zmm25, zmm12, 6
vmovdqa64 zmm20, zmmword ptr [rsi + 768]
vmovdqa64 zmm28, zmmword ptr [rsi + 1792]
vprord zmm18, zmm4, 11
vprord zmm26, zmm12, 11
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm16, zmm4, 25
vprord zmm24, zmm12, 25
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm7, zmm7, dword ptr [rdi + 608]{1to16}
vpaddd zmm15, zmm15, dword ptr [rdi + 608]{1to16}
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpaddd zmm7, zmm7, zmmword ptr [rsi + 512]
vpaddd zmm15, zmm15, zmmword ptr [rsi + 1536]
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vmovdqa64 zmm19, zmm4
vmovdqa64 zmm27, zmm12
vpaddd zmm20, zmm20, zmmword ptr [rsi + 704]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1728]
vpternlogd zmm19, zmm5, zmm6, 0xca
vpternlogd zmm27, zmm13, zmm14, 0xca
vpaddd zmm7, zmm7, zmm19
vpaddd zmm15, zmm15, zmm27
vpaddd zmm20, zmm20, zmmword ptr [rsi + 256]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1280]
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
vmovdqa64 zmm21, zmmword ptr [rsi + 576]
vmovdqa64 zmm29, zmmword ptr [rsi + 1600]
vpaddd zmm3, zmm3, zmm7
vpaddd zmm11, zmm11, zmm15
vprord zmm17, zmm0, 2
vprord zmm25, zmm8, 2
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm18, zmm0, 13
vprord zmm26, zmm8, 13
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vprord zmm16, zmm0, 22
vprord zmm24, zmm8, 22
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpternlogd zmm19, zmm1, zmm2, 0xe8
vpternlogd zmm27, zmm9, zmm10, 0xe8
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm16, zmm16, zmm19
vpaddd zmm24, zmm24, zmm27
vmovdqa64 zmmword ptr [rsi + 704], zmm20
vmovdqa64 zmmword ptr [rsi + 1728], zmm28
vpaddd zmm7, zmm7, zmm16
vpaddd zmm15, zmm15, zmm24
// Second hash, round 57.
vmovdqa64 zmm20, zmmword ptr [rsi + 832]
vmovdqa64 zmm28, zmmword ptr [rsi + 1856]
vprord zmm17, zmm3, 6
vprord zmm25, zmm11, 6
vprord zmm22, zmm20, 7
vprord zmm30, zmm28, 7
vprord zmm18, zmm3, 11
vprord zmm26, zmm11, 11
vprord zmm23, zmm20, 18
vprord zmm31, zmm28, 18
vprord zmm16, zmm3, 25
vprord zmm24, zmm11, 25
vpsrld zmm20, zmm20, 3
vpsrld zmm28, zmm28, 3
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpternlogd zmm20, zmm22, zmm23, 0x96
vpternlogd zmm28, zmm30, zmm31, 0x96
vpaddd zmm20, zmm20, zmmword ptr [rsi + 768]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1792]
vpaddd zmm6, zmm6, dword ptr [rdi + 612]{1to16}
vpaddd zmm14, zmm14, dword ptr [rdi + 612]{1to16}
vpaddd zmm20, zmm20, zmmword ptr [rsi + 320]
vpaddd zmm28, zmm28, zmmword ptr [rsi + 1344]
vpaddd zmm6, zmm6, zmmword ptr [rsi + 576]
vpaddd zmm14, zmm14, zmmword ptr [rsi + 1600]
vmovdqa64 zmm21, zmmword ptr [rsi + 640]
vmovdqa64 zmm29, zmmword ptr [rsi + 1664]
vmovdqa64 zmm19, zmm3
vmovdqa64 zmm27, zmm11
vprord zmm22, zmm21, 17
vprord zmm30, zmm29, 17
vprord zmm23, zmm21, 19
vprord zmm31, zmm29, 19
vpternlogd zmm19, zmm4, zmm5, 0xca
vpternlogd zmm27, zmm12, zmm13, 0xca
vpsrld zmm21, zmm21, 10
vpsrld zmm29, zmm29, 10
vpaddd zmm6, zmm6, zmm19
vpaddd zmm14, zmm14, zmm27
vpternlogd zmm21, zmm22, zmm23, 0x96
vpternlogd zmm29, zmm30, zmm31, 0x96
vpaddd zmm6, zmm6, zmm16
vpaddd zmm14, zmm14, zmm24
vpaddd zmm20, zmm20, zmm21
vpaddd zmm28, zmm28, zmm29
vpaddd zmm2, zmm2, zmm6
vpaddd zmm10, zmm10, zmm14
vmovdqa64 zmmword ptr [rsi + 768], zmm20
vmovdqa64 zmmword ptr [rsi + 1792], zmm28
// Second hash, round 58.
vprord zmm17, zmm2, 6
vprord zmm25, zmm10, 6
vprord zmm18, zmm2, 11
vprord zmm26, zmm10, 11
vprord zmm16, zmm2, 25
vprord zmm24, zmm10, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm5, zmm5, dword ptr [rdi + 616]{1to16}
vpaddd zmm13, zmm13, dword ptr [rdi + 616]{1to16}
vpaddd zmm5, zmm5, zmmword ptr [rsi + 640]
vpaddd zmm13, zmm13, zmmword ptr [rsi + 1664]
vmovdqa64 zmm19, zmm2
vmovdqa64 zmm27, zmm10
vpternlogd zmm19, zmm3, zmm4, 0xca
vpternlogd zmm27, zmm11, zmm12, 0xca
vpaddd zmm5, zmm5, zmm19
vpaddd zmm13, zmm13, zmm27
vpaddd zmm5, zmm5, zmm16
vpaddd zmm13, zmm13, zmm24
vpaddd zmm1, zmm1, zmm5
vpaddd zmm9, zmm9, zmm13
// Second hash, round 59.
vprord zmm17, zmm1, 6
vprord zmm25, zmm9, 6
vprord zmm18, zmm1, 11
vprord zmm26, zmm9, 11
vprord zmm16, zmm1, 25
vprord zmm24, zmm9, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm4, zmm4, dword ptr [rdi + 620]{1to16}
vpaddd zmm12, zmm12, dword ptr [rdi + 620]{1to16}
vpaddd zmm4, zmm4, zmmword ptr [rsi + 704]
vpaddd zmm12, zmm12, zmmword ptr [rsi + 1728]
vmovdqa64 zmm19, zmm1
vmovdqa64 zmm27, zmm9
vpternlogd zmm19, zmm2, zmm3, 0xca
vpternlogd zmm27, zmm10, zmm11, 0xca
vpaddd zmm4, zmm4, zmm19
vpaddd zmm12, zmm12, zmm27
vpaddd zmm4, zmm4, zmm16
vpaddd zmm12, zmm12, zmm24
vpaddd zmm0, zmm0, zmm4
vpaddd zmm8, zmm8, zmm12
// Second hash, round 60.
vprord zmm17, zmm0, 6
vprord zmm25, zmm8, 6
vprord zmm18, zmm0, 11
vprord zmm26, zmm8, 11
vprord zmm16, zmm0, 25
vprord zmm24, zmm8, 25
vpternlogd zmm16, zmm17, zmm18, 0x96
vpternlogd zmm24, zmm25, zmm26, 0x96
vpaddd zmm3, zmm3, dword ptr [rdi + 624]{1to16}
vpaddd zmm11, zmm11, dword ptr [rdi + 624]{1to16}
vpaddd zmm3, zmm3, zmmword ptr [rsi + 768]
vpaddd zmm11, zmm11, zmmword ptr [rsi + 1792]
vmovdqa64 zmm19, zmm0
vmovdqa64 zmm27, zmm8
vpternlogd zmm19, zmm1, zmm2, 0xca
vpternlogd zmm27, zmm9, zmm10, 0xca
vpaddd zmm3, zmm3, zmm19
vpaddd zmm11, zmm11, zmm27
vpaddd zmm3, zmm3, zmm16
vpaddd zmm11, zmm11, zmm24
vpaddd zmm7, zmm7, zmm3
vpaddd zmm15, zmm15, zmm11
// The test: the last word's bytes in reverse are the top of the hash number.
vpshufb zmm7, zmm7, zmmword ptr [rdi + 64]
vpcmpleud k1, zmm7, dword ptr [rdi + 788]{1to16}
vpshufb zmm15, zmm15, zmmword ptr [rdi + 64]
vpcmpleud k2, zmm15, dword ptr [rdi + 788]{1to16}
kunpckwd k1, k2, k1
kortestd k1, k1
jnz 3f
4:
dec rcx
jnz 2b
jmp 5f
// A candidate: turns left and lanes go to the record.
3:
kmovd eax, k1
mov dword ptr [r10], ecx
mov dword ptr [r10 + 4], eax
add r10, 8
jmp 4b
5:
vzeroupper
