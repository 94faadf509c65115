// sha_ni_version: written by `cargo xtask kernels`, do not edit.
.p2align 6
2:
// the next group of versions, and behind the last the next nonce
lea r9, [r12+256]
lea rax, [r8+256]
add r12, 512
cmp r12, r13
cmove r12, r14
cmove r8, rax
vmovdqa xmm1, xmmword ptr [r8]
vmovdqa xmm3, xmmword ptr [r8]
vmovdqa xmm5, xmmword ptr [r8]
vmovdqa xmm7, xmmword ptr [r8]
vmovdqa xmm2, xmmword ptr [r12+16]
vmovdqa xmm4, xmmword ptr [r12+48]
vmovdqa xmm6, xmmword ptr [r12+80]
vmovdqa xmm8, xmmword ptr [r12+112]
vpaddd xmm1, xmm1, xmmword ptr [r12+0]
vpaddd xmm3, xmm3, xmmword ptr [r12+32]
vpaddd xmm5, xmm5, xmmword ptr [r12+64]
vpaddd xmm7, xmm7, xmmword ptr [r12+96]
vmovq xmm0, qword ptr [r8+16]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+24]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+32]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+40]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+48]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovdqa xmm13, xmmword ptr [rsi+3456]
vpaddd xmm13, xmm13, xmmword ptr [r9+0]
vmovdqa xmm14, xmmword ptr [rsi+3472]
vpaddd xmm14, xmm14, xmmword ptr [r9+16]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3840], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4080], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4032], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1536], xmm15
vmovdqa xmm11, xmmword ptr [rsi+3488]
vpaddd xmm11, xmm11, xmmword ptr [r9+32]
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+4048], xmm13
vmovdqa xmm12, xmmword ptr [rsi+3504]
vpaddd xmm12, xmm12, xmmword ptr [r9+48]
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1552], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3856], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4336], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4288], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1776], xmm15
vmovdqa xmm9, xmmword ptr [rsi+3520]
vpaddd xmm9, xmm9, xmmword ptr [r9+64]
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1584], xmm15
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+4304], xmm11
vmovdqa xmm10, xmmword ptr [rsi+3536]
vpaddd xmm10, xmm10, xmmword ptr [r9+80]
vmovq xmm0, qword ptr [r8+56]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+64]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+72]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+80]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+88]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+96]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovdqa xmm13, xmmword ptr [rdx+4032]
sha256msg1 xmm13, xmmword ptr [rdx+4048]
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1792], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3872], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4592], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4544], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2016], xmm15
sha256msg2 xmm13, xmm14
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1824], xmm15
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+4560], xmm9
vmovdqa xmmword ptr [rdx+4096], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1600], xmm15
vmovdqa xmm11, xmmword ptr [rdx+4288]
sha256msg1 xmm11, xmmword ptr [rdx+4304]
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2032], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+4048]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
sha256msg2 xmm11, xmm12
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2064], xmm15
vmovq xmm0, qword ptr [r8+104]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+112]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+120]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+128]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+136]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256msg2 xmm14, xmm13
vmovdqa xmmword ptr [rdx+4352], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1840], xmm15
vmovdqa xmm9, xmmword ptr [rdx+4544]
sha256msg1 xmm9, xmmword ptr [rdx+4560]
vmovdqa xmmword ptr [rdx+4112], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1616], xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+4304]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
sha256msg2 xmm9, xmm10
vpalignr xmm13, xmm14, xmm13, 4
sha256msg2 xmm12, xmm11
vmovdqa xmmword ptr [rdx+4608], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2080], xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmmword ptr [rdx+4368], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1856], xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+4560]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+144]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+152]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+160]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+4128], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1632], xmm15
vpalignr xmm11, xmm12, xmm11, 4
sha256msg2 xmm10, xmm9
vmovdqa xmm14, xmmword ptr [rdx+4080]
sha256msg1 xmm14, xmmword ptr [rdx+4096]
sha256msg2 xmm11, xmm12
vmovdqa xmmword ptr [rdx+4624], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2096], xmm15
vpalignr xmm15, xmm13, xmmword ptr [rdx+4112], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4384], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1872], xmm15
vpalignr xmm9, xmm10, xmm9, 4
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4336]
sha256msg1 xmm12, xmmword ptr [rdx+4352]
sha256msg2 xmm9, xmm10
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+168]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+176]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+4144], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1648], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4368], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4640], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2112], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4096]
sha256msg1 xmm13, xmmword ptr [rdx+4112]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4592]
sha256msg1 xmm10, xmmword ptr [rdx+4608]
vpalignr xmm15, xmm14, xmmword ptr [rdx+4128], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4400], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1888], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4624], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4352]
sha256msg1 xmm11, xmmword ptr [rdx+4368]
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [r8+184]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+192]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+200]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+4160], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+1664], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4384], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4656], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2128], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4112]
sha256msg1 xmm14, xmmword ptr [rdx+4128]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4608]
sha256msg1 xmm9, xmmword ptr [rdx+4624]
vpalignr xmm15, xmm13, xmmword ptr [rdx+4144], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4416], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+1904], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4640], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4368]
sha256msg1 xmm12, xmmword ptr [rdx+4384]
sha256msg2 xmm9, xmm10
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+208]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+216]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+224]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+4176], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+1680], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4400], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4672], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2144], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4128]
sha256msg1 xmm13, xmmword ptr [rdx+4144]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4624]
sha256msg1 xmm10, xmmword ptr [rdx+4640]
vpalignr xmm15, xmm14, xmmword ptr [rdx+4160], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4432], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+1920], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4656], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4384]
sha256msg1 xmm11, xmmword ptr [rdx+4400]
sha256msg2 xmm10, xmm9
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+232]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+240]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+248]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+4192], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+1696], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4416], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4688], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2160], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4144]
sha256msg1 xmm14, xmmword ptr [rdx+4160]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4640]
sha256msg1 xmm9, xmmword ptr [rdx+4656]
vpalignr xmm15, xmm13, xmmword ptr [rdx+4176], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4448], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+1936], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4672], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4400]
sha256msg1 xmm12, xmmword ptr [rdx+4416]
sha256msg2 xmm9, xmm10
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+3456], xmm1
vmovdqa xmmword ptr [rdx+3488], xmm3
vmovdqa xmmword ptr [rdx+3520], xmm5
vmovdqa xmmword ptr [rdx+3552], xmm7
vmovdqa xmmword ptr [rdx+3472], xmm2
vmovdqa xmmword ptr [rdx+3504], xmm4
vmovdqa xmmword ptr [rdx+3536], xmm6
vmovdqa xmmword ptr [rdx+3568], xmm8
vmovdqa xmm1, xmmword ptr [r8]
vmovdqa xmm3, xmmword ptr [r8]
vmovdqa xmm5, xmmword ptr [r8]
vmovdqa xmm7, xmmword ptr [r8]
vmovdqa xmm2, xmmword ptr [r12+144]
vmovdqa xmm4, xmmword ptr [r12+176]
vmovdqa xmm6, xmmword ptr [r12+208]
vmovdqa xmm8, xmmword ptr [r12+240]
vpaddd xmm1, xmm1, xmmword ptr [r12+128]
vpaddd xmm3, xmm3, xmmword ptr [r12+160]
vpaddd xmm5, xmm5, xmmword ptr [r12+192]
vpaddd xmm7, xmm7, xmmword ptr [r12+224]
vmovq xmm0, qword ptr [r8+16]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+24]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+4208], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+1712], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4432], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4704], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2176], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4160]
sha256msg1 xmm13, xmmword ptr [rdx+4176]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4656]
sha256msg1 xmm10, xmmword ptr [rdx+4672]
vpalignr xmm15, xmm14, xmmword ptr [rdx+4192], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4464], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+1952], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4688], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4416]
sha256msg1 xmm11, xmmword ptr [rdx+4432]
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [r8+32]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+40]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+48]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+56]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+64]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+72]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+4224], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+1728], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4448], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4720], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2192], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4176]
sha256msg1 xmm14, xmmword ptr [rdx+4192]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4672]
sha256msg1 xmm9, xmmword ptr [rdx+4688]
vpalignr xmm15, xmm13, xmmword ptr [rdx+4208], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4480], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+1968], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4704], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4432]
sha256msg1 xmm12, xmmword ptr [rdx+4448]
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [r8+80]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+88]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+96]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+104]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+112]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+4240], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+1744], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4464], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4736], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2208], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4192]
sha256msg1 xmm13, xmmword ptr [rdx+4208]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4688]
sha256msg1 xmm10, xmmword ptr [rdx+4704]
vpalignr xmm15, xmm14, xmmword ptr [rdx+4224], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4496], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+1984], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4720], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4448]
sha256msg1 xmm11, xmmword ptr [rdx+4464]
sha256msg2 xmm10, xmm9
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+120]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+128]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+136]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+144]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+4256], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+1760], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4480], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4752], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2224], xmm15
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4704]
sha256msg1 xmm9, xmmword ptr [rdx+4720]
vmovdqa xmmword ptr [rdx+4512], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2000], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4736], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+4768], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2240], xmm15
vmovdqa xmm13, xmmword ptr [rsi+3552]
vpaddd xmm13, xmm13, xmmword ptr [r9+96]
vmovdqa xmm14, xmmword ptr [rsi+3568]
vpaddd xmm14, xmm14, xmmword ptr [r9+112]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3888], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4080], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4032], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2256], xmm15
vmovdqa xmm11, xmmword ptr [rsi+3584]
vpaddd xmm11, xmm11, xmmword ptr [r9+128]
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+4048], xmm13
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+152]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+160]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+168]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmm12, xmmword ptr [rsi+3600]
vpaddd xmm12, xmm12, xmmword ptr [r9+144]
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2272], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3904], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4336], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4288], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2496], xmm15
vmovdqa xmm9, xmmword ptr [rsi+3616]
vpaddd xmm9, xmm9, xmmword ptr [r9+160]
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2304], xmm15
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+4304], xmm11
vmovdqa xmm10, xmmword ptr [rsi+3632]
vpaddd xmm10, xmm10, xmmword ptr [r9+176]
vmovdqa xmm13, xmmword ptr [rdx+4032]
sha256msg1 xmm13, xmmword ptr [rdx+4048]
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2512], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3920], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4592], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4544], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2736], xmm15
sha256msg2 xmm13, xmm14
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2544], xmm15
vmovq xmm0, qword ptr [r8+176]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+184]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+192]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+4560], xmm9
vmovdqa xmmword ptr [rdx+4096], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2320], xmm15
vmovdqa xmm11, xmmword ptr [rdx+4288]
sha256msg1 xmm11, xmmword ptr [rdx+4304]
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2752], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+4048]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
sha256msg2 xmm11, xmm12
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2784], xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmmword ptr [rdx+4352], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2560], xmm15
vmovdqa xmm9, xmmword ptr [rdx+4544]
sha256msg1 xmm9, xmmword ptr [rdx+4560]
vmovdqa xmmword ptr [rdx+4112], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2336], xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+4304]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+200]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+208]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+216]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256msg2 xmm9, xmm10
vpalignr xmm13, xmm14, xmm13, 4
sha256msg2 xmm12, xmm11
vmovdqa xmmword ptr [rdx+4608], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2800], xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmmword ptr [rdx+4368], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2576], xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+4560]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
vmovdqa xmmword ptr [rdx+4128], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2352], xmm15
vpalignr xmm11, xmm12, xmm11, 4
sha256msg2 xmm10, xmm9
vmovdqa xmm14, xmmword ptr [rdx+4080]
sha256msg1 xmm14, xmmword ptr [rdx+4096]
sha256msg2 xmm11, xmm12
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [r8+224]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+232]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+4624], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2816], xmm15
vpalignr xmm15, xmm13, xmmword ptr [rdx+4112], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4384], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2592], xmm15
vpalignr xmm9, xmm10, xmm9, 4
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4336]
sha256msg1 xmm12, xmmword ptr [rdx+4352]
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+4144], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2368], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4368], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4640], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2832], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4096]
sha256msg1 xmm13, xmmword ptr [rdx+4112]
sha256msg2 xmm12, xmm11
vmovq xmm0, qword ptr [r8+240]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [r8+248]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+3584], xmm1
vmovdqa xmmword ptr [rdx+3616], xmm3
vmovdqa xmmword ptr [rdx+3648], xmm5
vmovdqa xmmword ptr [rdx+3680], xmm7
vmovdqa xmmword ptr [rdx+3600], xmm2
vmovdqa xmmword ptr [rdx+3632], xmm4
vmovdqa xmmword ptr [rdx+3664], xmm6
vmovdqa xmmword ptr [rdx+3696], xmm8
vmovdqa xmm1, xmmword ptr [rsi+3840]
vmovdqa xmm3, xmmword ptr [rsi+3856]
vmovdqa xmm5, xmmword ptr [rsi+3872]
vmovdqa xmm7, xmmword ptr [rsi+3888]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+1536]
sha256rnds2 xmm2, xmm1
vmovdqa xmm10, xmmword ptr [rdx+4592]
sha256msg1 xmm10, xmmword ptr [rdx+4608]
vpalignr xmm15, xmm14, xmmword ptr [rdx+4128], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4400], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2608], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4624], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4352]
sha256msg1 xmm11, xmmword ptr [rdx+4368]
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+4160], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2384], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4384], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4656], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2848], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4112]
sha256msg1 xmm14, xmmword ptr [rdx+4128]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4608]
sha256msg1 xmm9, xmmword ptr [rdx+4624]
vmovq xmm0, qword ptr [rsi+1776]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2016]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2256]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1544]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1784]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2024]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2264]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1552]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1792]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2032]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2272]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1560]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1800]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2040]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2280]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm13, xmmword ptr [rdx+4144], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4416], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2624], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4640], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4368]
sha256msg1 xmm12, xmmword ptr [rdx+4384]
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+4176], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2400], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4400], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4672], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2864], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4128]
sha256msg1 xmm13, xmmword ptr [rdx+4144]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4624]
sha256msg1 xmm10, xmmword ptr [rdx+4640]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1584]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1824]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2064]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2304]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1592]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1832]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2072]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2312]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1600]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1840]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2080]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2320]
sha256rnds2 xmm8, xmm7
vpalignr xmm15, xmm14, xmmword ptr [rdx+4160], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4432], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2640], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4656], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4384]
sha256msg1 xmm11, xmmword ptr [rdx+4400]
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+4192], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2416], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4416], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4688], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2880], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4144]
sha256msg1 xmm14, xmmword ptr [rdx+4160]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4640]
sha256msg1 xmm9, xmmword ptr [rdx+4656]
vmovq xmm0, qword ptr [rsi+1608]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1848]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2088]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2328]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1616]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1856]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2096]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2336]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1624]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1864]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2104]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2344]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1632]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1872]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2112]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2352]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1640]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm13, xmmword ptr [rdx+4176], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4448], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2656], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4672], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4400]
sha256msg1 xmm12, xmmword ptr [rdx+4416]
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+4208], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2432], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4432], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4704], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2896], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4160]
sha256msg1 xmm13, xmmword ptr [rdx+4176]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4656]
sha256msg1 xmm10, xmmword ptr [rdx+4672]
vmovq xmm0, qword ptr [rsi+1880]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2120]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2360]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1648]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1888]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2128]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2368]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1656]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1896]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2136]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2376]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1664]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1904]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2144]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2384]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1672]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1912]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2152]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2392]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1680]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1920]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2160]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm14, xmmword ptr [rdx+4192], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4464], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2672], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4688], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4416]
sha256msg1 xmm11, xmmword ptr [rdx+4432]
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+4224], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2448], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4448], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4720], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2912], xmm15
vmovdqa xmm14, xmmword ptr [rdx+4176]
sha256msg1 xmm14, xmmword ptr [rdx+4192]
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4672]
sha256msg1 xmm9, xmmword ptr [rdx+4688]
vmovq xmm0, qword ptr [rsi+2400]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1688]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1928]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2168]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2408]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1696]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1936]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2176]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2416]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1704]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1944]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2184]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2424]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1712]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1952]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2192]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2432]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1720]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1960]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2200]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2440]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1728]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1968]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2208]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm13, xmmword ptr [rdx+4208], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4480], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2688], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4704], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4432]
sha256msg1 xmm12, xmmword ptr [rdx+4448]
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+4240], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2464], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4464], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmmword ptr [rdx+4736], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2928], xmm15
vmovdqa xmm13, xmmword ptr [rdx+4192]
sha256msg1 xmm13, xmmword ptr [rdx+4208]
sha256msg2 xmm12, xmm11
vmovdqa xmm10, xmmword ptr [rdx+4688]
sha256msg1 xmm10, xmmword ptr [rdx+4704]
vmovq xmm0, qword ptr [rsi+2448]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1736]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1976]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2216]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2456]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1744]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1984]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2224]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2464]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1752]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1992]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2232]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2472]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1760]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2000]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2240]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2480]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1768]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2008]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2248]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2488]
sha256rnds2 xmm7, xmm8
vmovq qword ptr [rdx+3968], xmm1
vmovq qword ptr [rdx+3976], xmm3
vmovq qword ptr [rdx+3984], xmm5
vmovq qword ptr [rdx+3992], xmm7
vmovdqa xmm1, xmmword ptr [rsi+3904]
vmovdqa xmm3, xmmword ptr [rsi+3920]
vmovdqa xmm5, xmmword ptr [rsi+3936]
vmovdqa xmm7, xmmword ptr [rsi+3952]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+2496]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm14, xmmword ptr [rdx+4224], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4496], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2704], xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+4720], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4448]
sha256msg1 xmm11, xmmword ptr [rdx+4464]
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+4256], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2480], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4480], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmmword ptr [rdx+4752], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2944], xmm15
sha256msg2 xmm11, xmm12
vmovdqa xmm9, xmmword ptr [rdx+4704]
sha256msg1 xmm9, xmmword ptr [rdx+4720]
vmovdqa xmmword ptr [rdx+4512], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2720], xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+4736], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+2736]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2976]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3216]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2504]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2744]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2984]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3224]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2512]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2752]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2992]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3232]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2520]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2760]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3000]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+4768], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2960], xmm15
vmovdqa xmm13, xmmword ptr [rsi+3648]
vpaddd xmm13, xmm13, xmmword ptr [r9+192]
vmovdqa xmm14, xmmword ptr [rsi+3664]
vpaddd xmm14, xmm14, xmmword ptr [r9+208]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3936], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4080], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4032], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2976], xmm15
vmovdqa xmm11, xmmword ptr [rsi+3680]
vpaddd xmm11, xmm11, xmmword ptr [r9+224]
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+4048], xmm13
vmovdqa xmm12, xmmword ptr [rsi+3696]
vpaddd xmm12, xmm12, xmmword ptr [r9+240]
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2992], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+3952], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+4336], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+4288], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3216], xmm15
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3024], xmm15
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+4304], xmm11
vmovdqa xmm13, xmmword ptr [rdx+4032]
sha256msg1 xmm13, xmmword ptr [rdx+4048]
vmovq xmm0, qword ptr [rsi+3240]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2544]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2784]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3024]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3264]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2552]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2792]
sha256rnds2 xmm3, xmm4
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+3232], xmm15
sha256msg2 xmm13, xmm14
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3264], xmm15
vmovdqa xmmword ptr [rdx+4096], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3040], xmm15
vmovdqa xmm11, xmmword ptr [rdx+4288]
sha256msg1 xmm11, xmmword ptr [rdx+4304]
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+4048]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
sha256msg2 xmm11, xmm12
sha256msg2 xmm14, xmm13
vmovdqa xmmword ptr [rdx+4352], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3280], xmm15
vmovdqa xmmword ptr [rdx+4112], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3056], xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+4304]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm13, xmm14, xmm13, 4
vmovq xmm0, qword ptr [rsi+3032]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3272]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2560]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2800]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3040]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3280]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2568]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2808]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3048]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3288]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2576]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2816]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3056]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3296]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2584]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm12, xmm11
sha256msg2 xmm13, xmm14
vmovdqa xmmword ptr [rdx+4368], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3296], xmm15
vmovdqa xmmword ptr [rdx+4128], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3072], xmm15
vpalignr xmm11, xmm12, xmm11, 4
vmovdqa xmm14, xmmword ptr [rdx+4080]
sha256msg1 xmm14, xmmword ptr [rdx+4096]
sha256msg2 xmm11, xmm12
vpalignr xmm15, xmm13, xmmword ptr [rdx+4112], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4384], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3312], xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4336]
sha256msg1 xmm12, xmmword ptr [rdx+4352]
vmovdqa xmmword ptr [rdx+4144], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3088], xmm15
vmovq xmm0, qword ptr [rsi+2824]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3064]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3304]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2592]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2832]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3072]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3312]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2600]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2840]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3080]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3320]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2608]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2848]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3088]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm11, xmmword ptr [rdx+4368], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmm13, xmmword ptr [rdx+4096]
sha256msg1 xmm13, xmmword ptr [rdx+4112]
sha256msg2 xmm12, xmm11
vpalignr xmm15, xmm14, xmmword ptr [rdx+4128], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4400], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3328], xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4352]
sha256msg1 xmm11, xmmword ptr [rdx+4368]
vmovdqa xmmword ptr [rdx+4160], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3104], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4384], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmm14, xmmword ptr [rdx+4112]
sha256msg1 xmm14, xmmword ptr [rdx+4128]
sha256msg2 xmm11, xmm12
vpalignr xmm15, xmm13, xmmword ptr [rdx+4144], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+3328]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2616]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2856]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3096]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3336]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2624]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2864]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3104]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3344]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2632]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2872]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3112]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3352]
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+4416], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3344], xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4368]
sha256msg1 xmm12, xmmword ptr [rdx+4384]
vmovdqa xmmword ptr [rdx+4176], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3120], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4400], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmm13, xmmword ptr [rdx+4128]
sha256msg1 xmm13, xmmword ptr [rdx+4144]
sha256msg2 xmm12, xmm11
vpalignr xmm15, xmm14, xmmword ptr [rdx+4160], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4432], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3360], xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4384]
sha256msg1 xmm11, xmmword ptr [rdx+4400]
vmovdqa xmmword ptr [rdx+4192], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3136], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4416], 4
vpaddd xmm11, xmm11, xmm15
vmovq xmm0, qword ptr [rsi+2640]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2880]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3120]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3360]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2648]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2888]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3128]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3368]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2656]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2896]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3136]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3376]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2664]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2904]
sha256rnds2 xmm3, xmm4
vmovdqa xmm14, xmmword ptr [rdx+4144]
sha256msg1 xmm14, xmmword ptr [rdx+4160]
sha256msg2 xmm11, xmm12
vpalignr xmm15, xmm13, xmmword ptr [rdx+4176], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4448], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3376], xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4400]
sha256msg1 xmm12, xmmword ptr [rdx+4416]
vmovdqa xmmword ptr [rdx+4208], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3152], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4432], 4
vpaddd xmm12, xmm12, xmm15
vmovdqa xmm13, xmmword ptr [rdx+4160]
sha256msg1 xmm13, xmmword ptr [rdx+4176]
sha256msg2 xmm12, xmm11
vpalignr xmm15, xmm14, xmmword ptr [rdx+4192], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4464], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3392], xmm15
vmovq xmm0, qword ptr [rsi+3144]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3384]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2672]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2912]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3152]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3392]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2680]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2920]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3160]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3400]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2688]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2928]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3168]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3408]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2696]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2936]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3176]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3416]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2704]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2944]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3184]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3424]
sha256rnds2 xmm8, xmm7
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4416]
sha256msg1 xmm11, xmmword ptr [rdx+4432]
vmovdqa xmmword ptr [rdx+4224], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3168], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4448], 4
vpaddd xmm11, xmm11, xmm15
vmovdqa xmm14, xmmword ptr [rdx+4176]
sha256msg1 xmm14, xmmword ptr [rdx+4192]
sha256msg2 xmm11, xmm12
vpalignr xmm15, xmm13, xmmword ptr [rdx+4208], 4
vpaddd xmm14, xmm14, xmm15
vmovdqa xmmword ptr [rdx+4480], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3408], xmm15
sha256msg2 xmm14, xmm13
vmovdqa xmm12, xmmword ptr [rdx+4432]
sha256msg1 xmm12, xmmword ptr [rdx+4448]
vmovdqa xmmword ptr [rdx+4240], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3184], xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+4464], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+2712]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2952]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3192]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3432]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2720]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2960]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3200]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3440]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2728]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2968]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3208]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3448]
sha256rnds2 xmm7, xmm8
vmovq qword ptr [rdx+4000], xmm1
vmovq qword ptr [rdx+4008], xmm3
vmovq qword ptr [rdx+4016], xmm5
vmovq qword ptr [rdx+4024], xmm7
vmovdqa xmm13, xmmword ptr [rdx+4192]
sha256msg1 xmm13, xmmword ptr [rdx+4208]
sha256msg2 xmm12, xmm11
vpalignr xmm15, xmm14, xmmword ptr [rdx+4224], 4
vpaddd xmm13, xmm13, xmm15
vmovdqa xmmword ptr [rdx+4496], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3424], xmm15
sha256msg2 xmm13, xmm14
vmovdqa xmm11, xmmword ptr [rdx+4448]
sha256msg1 xmm11, xmmword ptr [rdx+4464]
vmovdqa xmmword ptr [rdx+4256], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3200], xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+4480], 4
vpaddd xmm11, xmm11, xmm15
sha256msg2 xmm11, xmm12
vmovdqa xmmword ptr [rdx+4512], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3440], xmm15
// test
vmovaps xmm13, xmmword ptr [rsi+3968]
vshufps xmm13, xmm13, xmmword ptr [rsi+3984], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps eax, xmm14
vmovaps xmm13, xmmword ptr [rsi+4000]
vshufps xmm13, xmm13, xmmword ptr [rsi+4016], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps r15d, xmm14
shl r15d, 4
or eax, r15d
test eax, eax
jnz 50f
40:
xchg rsi, rdx
sub rcx, 1
jg 2b
jmp 3f
50: // a record: turns left, lanes
lea r15d, [rcx-0]
mov dword ptr [r10], r15d
mov dword ptr [r10+4], eax
add r10, 8
jmp 40b
3:
