// sha_ni_nonce: written by `cargo xtask kernels`, do not edit.
.p2align 6
2:
vmovdqa xmm1, xmmword ptr [rsi+5568]
vmovdqa xmm3, xmmword ptr [rsi+5584]
vmovdqa xmm5, xmmword ptr [rsi+5600]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovdqa xmm13, xmmword ptr [rsi+5184]
vpaddd xmm13, xmm13, xmmword ptr [rdi+64]
vmovdqa xmm11, xmmword ptr [rsi+5216]
vpaddd xmm11, xmm11, xmmword ptr [rdi+64]
vmovdqa xmm9, xmmword ptr [rsi+5248]
vpaddd xmm9, xmm9, xmmword ptr [rdi+64]
vmovdqa xmm7, xmmword ptr [rsi+5280]
vpaddd xmm7, xmm7, xmmword ptr [rdi+64]
vmovdqa xmm14, xmmword ptr [rsi+5200]
vpaddd xmm14, xmm14, xmmword ptr [rdi+80]
vmovdqa xmm12, xmmword ptr [rsi+5232]
vpaddd xmm12, xmm12, xmmword ptr [rdi+80]
vmovdqa xmm10, xmmword ptr [rsi+5264]
vpaddd xmm10, xmm10, xmmword ptr [rdi+80]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovdqa xmm8, xmmword ptr [rsi+5296]
vpaddd xmm8, xmm8, xmmword ptr [rdi+80]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5760], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6096], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6048], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2304], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5776], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6352], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6304], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2544], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5792], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6608], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6560], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2784], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm7, xmm8
vpunpckldq xmm7, xmm7, xmm8
vpshufd xmm8, xmm15, 0xaa
vpand xmm8, xmm8, xmmword ptr [rdi+176]
vpaddd xmm8, xmm8, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5808], xmm8
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm8, xmm15, 0x02
sha256msg1 xmm8, xmm8
vpslldq xmm8, xmm8, 12
vpor xmm8, xmm8, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6864], xmm8
// W1 to W4
vpblendd xmm15, xmm15, xmm7, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6816], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3024], xmm15
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+6064], xmm13
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+6320], xmm11
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+6576], xmm9
// W5 to W8
vpblendd xmm7, xmm7, xmmword ptr [rdi+160], 4
vpshufd xmm7, xmm7, 0x9c
vmovdqa xmmword ptr [rdx+6832], xmm7
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2320], xmm15
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2560], xmm15
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2800], xmm15
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vpaddd xmm15, xmm7, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+3040], xmm15
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2352], xmm15
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2592], xmm15
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2832], xmm15
vpaddd xmm15, xmm8, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3072], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6048]
sha256msg1 xmm13, xmmword ptr [rdx+6064]
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovdqa xmm11, xmmword ptr [rdx+6304]
sha256msg1 xmm11, xmmword ptr [rdx+6320]
vmovdqa xmm9, xmmword ptr [rdx+6560]
sha256msg1 xmm9, xmmword ptr [rdx+6576]
vmovdqa xmm7, xmmword ptr [rdx+6816]
sha256msg1 xmm7, xmmword ptr [rdx+6832]
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2368], xmm15
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2608], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2848], xmm15
vmovq xmm0, qword ptr [rsi+0]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+192]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+384]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+8]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+200]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+392]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+16]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3088], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+6064]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+6320]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+6576]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmm8, 4
vmovdqa xmm8, xmmword ptr [rdx+6832]
sha256msg1 xmm8, xmmword ptr [rdi+192]
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2384], xmm15
vmovq xmm0, qword ptr [rsi+208]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+400]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+24]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2624], xmm15
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2864], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3104], xmm15
vpalignr xmm13, xmm14, xmm13, 4
vpalignr xmm11, xmm12, xmm11, 4
vpalignr xmm9, xmm10, xmm9, 4
vmovq xmm0, qword ptr [rsi+216]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+408]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+32]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+224]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+416]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+40]
sha256rnds2 xmm1, xmm2
vpalignr xmm7, xmm8, xmm7, 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2400], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2640], xmm15
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2880], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3120], xmm15
vmovq xmm0, qword ptr [rsi+232]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+424]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+48]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+240]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+432]
sha256rnds2 xmm6, xmm5
vmovdqa xmm14, xmmword ptr [rdx+6096]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdx+6352]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovdqa xmm10, xmmword ptr [rdx+6608]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdx+6864]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+56]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+248]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+440]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+64]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+256]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+448]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2416], xmm15
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2656], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2896], xmm15
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3136], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovq xmm0, qword ptr [rsi+72]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+264]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+456]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+80]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+272]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+464]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+88]
sha256rnds2 xmm1, xmm2
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
vmovq xmm0, qword ptr [rsi+280]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+472]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+96]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+288]
sha256rnds2 xmm4, xmm3
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2432], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2672], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2912], xmm15
vmovq xmm0, qword ptr [rsi+480]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+104]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+296]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3152], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+488]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+112]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+304]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+496]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+120]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+312]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+504]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+128]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+320]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2448], xmm15
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2688], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2928], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3168], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovq xmm0, qword ptr [rsi+512]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+136]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+328]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+520]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+144]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+336]
sha256rnds2 xmm4, xmm3
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+528]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+152]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+344]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2464], xmm15
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2704], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2944], xmm15
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3184], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovq xmm0, qword ptr [rsi+536]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+160]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+352]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+544]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+168]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+360]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+552]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+176]
sha256rnds2 xmm2, xmm1
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2480], xmm15
vmovq xmm0, qword ptr [rsi+368]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+560]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+184]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+376]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2720], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2960], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3200], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovq xmm0, qword ptr [rsi+568]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+5184], xmm1
vmovdqa xmmword ptr [rdx+5216], xmm3
vmovdqa xmmword ptr [rdx+5248], xmm5
vmovdqa xmmword ptr [rdx+5200], xmm2
vmovdqa xmmword ptr [rdx+5232], xmm4
vmovdqa xmmword ptr [rdx+5264], xmm6
vmovdqa xmm1, xmmword ptr [rsi+5616]
vmovdqa xmm3, xmmword ptr [rsi+5632]
vmovdqa xmm5, xmmword ptr [rsi+5648]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2496], xmm15
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2736], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2976], xmm15
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3216], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2512], xmm15
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2752], xmm15
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2992], xmm15
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3232], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+576]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+768]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+960]
sha256rnds2 xmm6, xmm5
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rsi+584]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+776]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+968]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+592]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2528], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2768], xmm15
vmovq xmm0, qword ptr [rsi+784]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+976]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+600]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+792]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3008], xmm15
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3248], xmm15
vmovdqa xmm13, xmmword ptr [rsi+5312]
vpaddd xmm13, xmm13, xmmword ptr [rdi+64]
vmovdqa xmm11, xmmword ptr [rsi+5344]
vpaddd xmm11, xmm11, xmmword ptr [rdi+64]
vmovdqa xmm9, xmmword ptr [rsi+5376]
vpaddd xmm9, xmm9, xmmword ptr [rdi+64]
vmovdqa xmm7, xmmword ptr [rsi+5408]
vpaddd xmm7, xmm7, xmmword ptr [rdi+64]
vmovq xmm0, qword ptr [rsi+984]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+608]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+800]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+992]
sha256rnds2 xmm6, xmm5
vmovdqa xmm14, xmmword ptr [rsi+5328]
vpaddd xmm14, xmm14, xmmword ptr [rdi+80]
vmovdqa xmm12, xmmword ptr [rsi+5360]
vpaddd xmm12, xmm12, xmmword ptr [rdi+80]
vmovdqa xmm10, xmmword ptr [rsi+5392]
vpaddd xmm10, xmm10, xmmword ptr [rdi+80]
vmovdqa xmm8, xmmword ptr [rsi+5424]
vpaddd xmm8, xmm8, xmmword ptr [rdi+80]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5824], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6096], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6048], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3264], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5840], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6352], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6304], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3504], xmm15
vmovq xmm0, qword ptr [rsi+616]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+808]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1000]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+624]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+816]
sha256rnds2 xmm4, xmm3
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5856], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6608], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6560], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3744], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm7, xmm8
vpunpckldq xmm7, xmm7, xmm8
vpshufd xmm8, xmm15, 0xaa
vpand xmm8, xmm8, xmmword ptr [rdi+176]
vpaddd xmm8, xmm8, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5872], xmm8
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm8, xmm15, 0x02
sha256msg1 xmm8, xmm8
vpslldq xmm8, xmm8, 12
vpor xmm8, xmm8, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6864], xmm8
// W1 to W4
vpblendd xmm15, xmm15, xmm7, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6816], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+3984], xmm15
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+6064], xmm13
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+6320], xmm11
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+6576], xmm9
// W5 to W8
vpblendd xmm7, xmm7, xmmword ptr [rdi+160], 4
vpshufd xmm7, xmm7, 0x9c
vmovdqa xmmword ptr [rdx+6832], xmm7
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+3280], xmm15
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+3520], xmm15
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+3760], xmm15
vpaddd xmm15, xmm7, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+4000], xmm15
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3312], xmm15
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3552], xmm15
vmovq xmm0, qword ptr [rsi+1008]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+632]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+824]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1016]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+640]
sha256rnds2 xmm2, xmm1
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+3792], xmm15
vpaddd xmm15, xmm8, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+4032], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6048]
sha256msg1 xmm13, xmmword ptr [rdx+6064]
vmovdqa xmm11, xmmword ptr [rdx+6304]
sha256msg1 xmm11, xmmword ptr [rdx+6320]
vmovdqa xmm9, xmmword ptr [rdx+6560]
sha256msg1 xmm9, xmmword ptr [rdx+6576]
vmovdqa xmm7, xmmword ptr [rdx+6816]
sha256msg1 xmm7, xmmword ptr [rdx+6832]
vmovq xmm0, qword ptr [rsi+832]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1024]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+648]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+840]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1032]
sha256rnds2 xmm5, xmm6
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3328], xmm15
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3568], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+3808], xmm15
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+4048], xmm15
vmovq xmm0, qword ptr [rsi+656]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+848]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1040]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+664]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+856]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1048]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+672]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+864]
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+6064]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+6320]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+6576]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmm8, 4
vmovdqa xmm8, xmmword ptr [rdx+6832]
sha256msg1 xmm8, xmmword ptr [rdi+192]
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3344], xmm15
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3584], xmm15
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+3824], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+4064], xmm15
vpalignr xmm13, xmm14, xmm13, 4
vpalignr xmm11, xmm12, xmm11, 4
vpalignr xmm9, xmm10, xmm9, 4
vmovq xmm0, qword ptr [rsi+1056]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+680]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+872]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1064]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+688]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+880]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1072]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+696]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+888]
sha256rnds2 xmm3, xmm4
vpalignr xmm7, xmm8, xmm7, 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3360], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3600], xmm15
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+3840], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+4080], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6096]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdx+6352]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovq xmm0, qword ptr [rsi+1080]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+704]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+896]
sha256rnds2 xmm4, xmm3
vmovdqa xmm10, xmmword ptr [rdx+6608]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdx+6864]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
vmovq xmm0, qword ptr [rsi+1088]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+712]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+904]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1096]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+720]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+912]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1104]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3376], xmm15
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3616], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+3856], xmm15
vmovq xmm0, qword ptr [rsi+728]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+920]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1112]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+736]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+928]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+4096], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
vmovq xmm0, qword ptr [rsi+1120]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+744]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+936]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1128]
sha256rnds2 xmm5, xmm6
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3392], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3632], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+3872], xmm15
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+4112], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
vmovq xmm0, qword ptr [rsi+752]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+944]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1136]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+760]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+952]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1144]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+5280], xmm1
vmovdqa xmmword ptr [rdx+5312], xmm3
vmovdqa xmmword ptr [rdx+5344], xmm5
vmovdqa xmmword ptr [rdx+5296], xmm2
vmovdqa xmmword ptr [rdx+5328], xmm4
vmovdqa xmmword ptr [rdx+5360], xmm6
vmovdqa xmm1, xmmword ptr [rsi+5664]
vmovdqa xmm3, xmmword ptr [rsi+5680]
vmovdqa xmm5, xmmword ptr [rsi+5696]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3408], xmm15
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3648], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+3888], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+4128], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3424], xmm15
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3664], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+3904], xmm15
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+4144], xmm15
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1152]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1344]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1536]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1160]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1352]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1544]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1168]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3440], xmm15
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3680], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+3920], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+4160], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovq xmm0, qword ptr [rsi+1360]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1552]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1176]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1368]
sha256rnds2 xmm3, xmm4
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
vmovq xmm0, qword ptr [rsi+1560]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1184]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1376]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1568]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3456], xmm15
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3696], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+3936], xmm15
vmovq xmm0, qword ptr [rsi+1192]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1384]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1576]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1200]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+4176], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+1392]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1584]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1208]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1400]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+1592]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1216]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1408]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1600]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3472], xmm15
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3712], xmm15
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+3952], xmm15
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+4192], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
vmovq xmm0, qword ptr [rsi+1224]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1416]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1608]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1232]
sha256rnds2 xmm2, xmm1
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rsi+1424]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1616]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1240]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1432]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3488], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3728], xmm15
vmovq xmm0, qword ptr [rsi+1624]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1248]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1440]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1632]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+3968], xmm15
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+4208], xmm15
vmovdqa xmm13, xmmword ptr [rsi+5440]
vpaddd xmm13, xmm13, xmmword ptr [rdi+64]
vmovdqa xmm11, xmmword ptr [rsi+5472]
vpaddd xmm11, xmm11, xmmword ptr [rdi+64]
vmovdqa xmm9, xmmword ptr [rsi+5504]
vpaddd xmm9, xmm9, xmmword ptr [rdi+64]
vmovdqa xmm7, xmmword ptr [rsi+5536]
vpaddd xmm7, xmm7, xmmword ptr [rdi+64]
vmovq xmm0, qword ptr [rsi+1256]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1448]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1640]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1264]
sha256rnds2 xmm2, xmm1
vmovdqa xmm14, xmmword ptr [rsi+5456]
vpaddd xmm14, xmm14, xmmword ptr [rdi+80]
vmovdqa xmm12, xmmword ptr [rsi+5488]
vpaddd xmm12, xmm12, xmmword ptr [rdi+80]
vmovdqa xmm10, xmmword ptr [rsi+5520]
vpaddd xmm10, xmm10, xmmword ptr [rdi+80]
vmovdqa xmm8, xmmword ptr [rsi+5552]
vpaddd xmm8, xmm8, xmmword ptr [rdi+80]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5888], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6096], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6048], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+4224], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5904], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6352], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6304], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+4464], xmm15
vmovq xmm0, qword ptr [rsi+1456]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1648]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1272]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1464]
sha256rnds2 xmm3, xmm4
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5920], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6608], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6560], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+4704], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm7, xmm8
vpunpckldq xmm7, xmm7, xmm8
vpshufd xmm8, xmm15, 0xaa
vpand xmm8, xmm8, xmmword ptr [rdi+176]
vpaddd xmm8, xmm8, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+5936], xmm8
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm8, xmm15, 0x02
sha256msg1 xmm8, xmm8
vpslldq xmm8, xmm8, 12
vpor xmm8, xmm8, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+6864], xmm8
// W1 to W4
vpblendd xmm15, xmm15, xmm7, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+6816], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+4944], xmm15
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+6064], xmm13
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+6320], xmm11
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+6576], xmm9
// W5 to W8
vpblendd xmm7, xmm7, xmmword ptr [rdi+160], 4
vpshufd xmm7, xmm7, 0x9c
vmovdqa xmmword ptr [rdx+6832], xmm7
vmovq xmm0, qword ptr [rsi+1656]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1280]
sha256rnds2 xmm2, xmm1
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+4240], xmm15
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+4480], xmm15
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+4720], xmm15
vpaddd xmm15, xmm7, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+4960], xmm15
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+4272], xmm15
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+4512], xmm15
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+4752], xmm15
vpaddd xmm15, xmm8, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+4992], xmm15
vmovq xmm0, qword ptr [rsi+1472]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1664]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1288]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1480]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1672]
sha256rnds2 xmm5, xmm6
vmovdqa xmm13, xmmword ptr [rdx+6048]
sha256msg1 xmm13, xmmword ptr [rdx+6064]
vmovdqa xmm11, xmmword ptr [rdx+6304]
sha256msg1 xmm11, xmmword ptr [rdx+6320]
vmovdqa xmm9, xmmword ptr [rdx+6560]
sha256msg1 xmm9, xmmword ptr [rdx+6576]
vmovdqa xmm7, xmmword ptr [rdx+6816]
sha256msg1 xmm7, xmmword ptr [rdx+6832]
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1296]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1488]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1680]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1304]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1496]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1688]
sha256rnds2 xmm5, xmm6
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+4288], xmm15
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+4528], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+4768], xmm15
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+5008], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+6064]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+6320]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+6576]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+1312]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1504]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1696]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm7, xmm8, 4
vmovdqa xmm8, xmmword ptr [rdx+6832]
sha256msg1 xmm8, xmmword ptr [rdi+192]
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+4304], xmm15
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+4544], xmm15
vmovq xmm0, qword ptr [rsi+1320]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1512]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1704]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1328]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1520]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1712]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+4784], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+5024], xmm15
vpalignr xmm13, xmm14, xmm13, 4
vpalignr xmm11, xmm12, xmm11, 4
vpalignr xmm9, xmm10, xmm9, 4
vpalignr xmm7, xmm8, xmm7, 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1336]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1528]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1720]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+5376], xmm1
vmovdqa xmmword ptr [rdx+5408], xmm3
vmovdqa xmmword ptr [rdx+5440], xmm5
vmovdqa xmmword ptr [rdx+5392], xmm2
vmovdqa xmmword ptr [rdx+5424], xmm4
vmovdqa xmmword ptr [rdx+5456], xmm6
vmovdqa xmm1, xmmword ptr [rsi+5712]
vmovdqa xmm3, xmmword ptr [rsi+5728]
vmovdqa xmm5, xmmword ptr [rsi+5744]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+4320], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+4560], xmm15
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+4800], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+5040], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6096]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdx+6352]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovdqa xmm10, xmmword ptr [rdx+6608]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdx+6864]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+4336], xmm15
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+4576], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+4816], xmm15
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+5056], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1728]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1920]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2112]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1736]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1928]
sha256rnds2 xmm3, xmm4
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+4352], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+4592], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+4832], xmm15
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+5072], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+2120]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1744]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1936]
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+4368], xmm15
vmovq xmm0, qword ptr [rsi+2128]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1752]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1944]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2136]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1760]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1952]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2144]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+4608], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+4848], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+5088], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vmovq xmm0, qword ptr [rsi+1768]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1960]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2152]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1776]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1968]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2160]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1784]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+4384], xmm15
vmovq xmm0, qword ptr [rsi+1976]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2168]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+4624], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+4864], xmm15
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+5104], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vmovq xmm0, qword ptr [rsi+1792]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1984]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2176]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1800]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1992]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2184]
sha256rnds2 xmm5, xmm6
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+4400], xmm15
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+4640], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+4880], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+5120], xmm15
vmovq xmm0, qword ptr [rsi+1808]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2000]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2192]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1816]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2008]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2200]
sha256rnds2 xmm5, xmm6
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rsi+1824]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2016]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2208]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1832]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2024]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2216]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1840]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2032]
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+4416], xmm15
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+4656], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+4896], xmm15
vmovq xmm0, qword ptr [rsi+2224]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1848]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2040]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+5136], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+2232]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1856]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2048]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2240]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1864]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+4432], xmm15
vmovq xmm0, qword ptr [rsi+2056]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2248]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1872]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2064]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+4672], xmm15
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+4912], xmm15
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+5152], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovq xmm0, qword ptr [rsi+2256]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1880]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2072]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2264]
sha256rnds2 xmm5, xmm6
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
vmovq xmm0, qword ptr [rsi+1888]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2080]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2272]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1896]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+4448], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+4688], xmm15
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+4928], xmm15
vmovq xmm0, qword ptr [rsi+2088]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2280]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1904]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2096]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+5168], xmm15
mov eax, r11d
bswap eax
inc r11d
vmovd xmm13, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm11, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm9, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm7, eax
vpshufd xmm14, xmm13, 0x11
vpaddd xmm14, xmm14, xmmword ptr [rdi+0]
vmovq xmm0, qword ptr [rsi+2288]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1912]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2104]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2296]
sha256rnds2 xmm5, xmm6
vpshufd xmm12, xmm11, 0x11
vpaddd xmm12, xmm12, xmmword ptr [rdi+0]
vpshufd xmm10, xmm9, 0x11
vpaddd xmm10, xmm10, xmmword ptr [rdi+0]
vpshufd xmm8, xmm7, 0x11
vpaddd xmm8, xmm8, xmmword ptr [rdi+0]
vmovdqa xmmword ptr [rdx+5568], xmm14
vmovdqa xmmword ptr [rdx+5584], xmm12
vmovdqa xmmword ptr [rdx+5600], xmm10
vmovdqa xmmword ptr [rdx+5616], xmm8
vmovdqa xmmword ptr [rdx+5472], xmm1
vmovdqa xmmword ptr [rdx+5504], xmm3
vmovdqa xmmword ptr [rdx+5536], xmm5
vmovdqa xmmword ptr [rdx+5488], xmm2
vmovdqa xmmword ptr [rdx+5520], xmm4
vmovdqa xmmword ptr [rdx+5552], xmm6
vmovdqa xmm1, xmmword ptr [rsi+5760]
vmovdqa xmm3, xmmword ptr [rsi+5776]
vmovdqa xmm5, xmmword ptr [rsi+5792]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+2304]
sha256rnds2 xmm2, xmm1
vpslldq xmm13, xmm13, 12
vpor xmm13, xmm13, xmmword ptr [rdi+96]
vpslldq xmm11, xmm11, 12
vpor xmm11, xmm11, xmmword ptr [rdi+96]
vpslldq xmm9, xmm9, 12
vpor xmm9, xmm9, xmmword ptr [rdi+96]
vpslldq xmm7, xmm7, 12
vpor xmm7, xmm7, xmmword ptr [rdi+96]
sha256msg1 xmm13, xmmword ptr [rdi+112]
sha256msg1 xmm11, xmmword ptr [rdi+112]
sha256msg1 xmm9, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rsi+2544]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2784]
sha256rnds2 xmm6, xmm5
sha256msg1 xmm7, xmmword ptr [rdi+112]
sha256msg2 xmm13, xmmword ptr [rdi+128]
sha256msg2 xmm11, xmmword ptr [rdi+128]
sha256msg2 xmm9, xmmword ptr [rdi+128]
sha256msg2 xmm7, xmmword ptr [rdi+128]
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+0], xmm15
vmovq xmm0, qword ptr [rsi+2312]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2552]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2792]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2320]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+192], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+384], xmm15
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+576], xmm15
vpalignr xmm14, xmm13, xmmword ptr [rdi+128], 4
vpaddd xmm14, xmm14, xmmword ptr [rdi+112]
vpalignr xmm12, xmm11, xmmword ptr [rdi+128], 4
vpaddd xmm12, xmm12, xmmword ptr [rdi+112]
vpalignr xmm10, xmm9, xmmword ptr [rdi+128], 4
vpaddd xmm10, xmm10, xmmword ptr [rdi+112]
vpalignr xmm8, xmm7, xmmword ptr [rdi+128], 4
vpaddd xmm8, xmm8, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rsi+2560]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2800]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2328]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2568]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2808]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+16], xmm15
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+208], xmm15
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+400], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+592], xmm15
vpalignr xmm13, xmm14, xmmword ptr [rdx+6112], 4
vpalignr xmm11, xmm12, xmmword ptr [rdx+6368], 4
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2352]
sha256rnds2 xmm2, xmm1
vpalignr xmm9, xmm10, xmmword ptr [rdx+6624], 4
vpalignr xmm7, xmm8, xmmword ptr [rdx+6880], 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+32], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+224], xmm15
vmovq xmm0, qword ptr [rsi+2592]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2832]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2360]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+416], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+608], xmm15
vmovdqa xmm14, xmmword ptr [rdi+128]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdi+128]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovdqa xmm10, xmmword ptr [rdi+128]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdi+128]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vmovq xmm0, qword ptr [rsi+2600]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2840]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2368]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2608]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2848]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2376]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2616]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2856]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2384]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2624]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+48], xmm15
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+240], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+432], xmm15
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+624], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovq xmm0, qword ptr [rsi+2864]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2392]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2632]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2872]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2400]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2640]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2880]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2408]
sha256rnds2 xmm1, xmm2
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+2648]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2888]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2416]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+64], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+256], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+448], xmm15
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+640], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vmovq xmm0, qword ptr [rsi+2656]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2896]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2424]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2664]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2904]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2432]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2672]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2912]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2440]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2680]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+80], xmm15
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+272], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+464], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+656], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
vmovq xmm0, qword ptr [rsi+2920]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2448]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2688]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2928]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2456]
sha256rnds2 xmm1, xmm2
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
vmovq xmm0, qword ptr [rsi+2696]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2936]
sha256rnds2 xmm5, xmm6
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+96], xmm15
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+288], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+480], xmm15
vmovq xmm0, qword ptr [rsi+2464]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2704]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2944]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2472]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2712]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2952]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2480]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+672], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+2720]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2960]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2488]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2728]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+2968]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2496]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2736]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2976]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+112], xmm15
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+304], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+496], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+688], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovq xmm0, qword ptr [rsi+2504]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2744]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2984]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2512]
sha256rnds2 xmm2, xmm1
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rsi+2752]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2992]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2520]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2760]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+128], xmm15
vmovq xmm0, qword ptr [rsi+3000]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2528]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2768]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3008]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+320], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+512], xmm15
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+704], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vmovq xmm0, qword ptr [rsi+2536]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2776]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3016]
sha256rnds2 xmm5, xmm6
vmovq qword ptr [rdx+5952], xmm1
vmovq qword ptr [rdx+5960], xmm3
vmovq qword ptr [rdx+5968], xmm5
vmovdqa xmm1, xmmword ptr [rsi+5808]
vmovdqa xmm3, xmmword ptr [rsi+5824]
vmovdqa xmm5, xmmword ptr [rsi+5840]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+3024]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+144], xmm15
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+336], xmm15
vmovq xmm0, qword ptr [rsi+3264]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3504]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3032]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3272]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+528], xmm15
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+720], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vmovq xmm0, qword ptr [rsi+3512]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3040]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3280]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3520]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+3048]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3288]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3528]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+160], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+352], xmm15
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+544], xmm15
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+736], xmm15
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovdqa xmm14, xmmword ptr [rdx+6224]
sha256msg1 xmm14, xmmword ptr [rdx+6240]
vmovdqa xmm12, xmmword ptr [rdx+6480]
sha256msg1 xmm12, xmmword ptr [rdx+6496]
vmovdqa xmm10, xmmword ptr [rdx+6736]
sha256msg1 xmm10, xmmword ptr [rdx+6752]
vmovdqa xmm8, xmmword ptr [rdx+6992]
sha256msg1 xmm8, xmmword ptr [rdx+7008]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6256], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6512], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6768], 4
vpaddd xmm10, xmm10, xmm15
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3072]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3312]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3552]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm7, xmmword ptr [rdx+7024], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6288], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+176], xmm15
vmovq xmm0, qword ptr [rsi+3080]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3320]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3560]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3088]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6544], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+368], xmm15
vmovdqa xmmword ptr [rdx+6800], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+560], xmm15
vmovdqa xmmword ptr [rdx+7056], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+752], xmm15
mov eax, r11d
bswap eax
inc r11d
vmovd xmm13, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm11, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm9, eax
vmovq xmm0, qword ptr [rsi+3328]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3568]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3096]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3336]
sha256rnds2 xmm3, xmm4
mov eax, r11d
bswap eax
inc r11d
vmovd xmm7, eax
vpshufd xmm14, xmm13, 0x11
vpaddd xmm14, xmm14, xmmword ptr [rdi+0]
vpshufd xmm12, xmm11, 0x11
vpaddd xmm12, xmm12, xmmword ptr [rdi+0]
vpshufd xmm10, xmm9, 0x11
vpaddd xmm10, xmm10, xmmword ptr [rdi+0]
vpshufd xmm8, xmm7, 0x11
vpaddd xmm8, xmm8, xmmword ptr [rdi+0]
vmovdqa xmmword ptr [rdx+5632], xmm14
vmovq xmm0, qword ptr [rsi+3576]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3104]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3344]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3584]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+5648], xmm12
vmovdqa xmmword ptr [rdx+5664], xmm10
vmovdqa xmmword ptr [rdx+5680], xmm8
vpslldq xmm13, xmm13, 12
vpor xmm13, xmm13, xmmword ptr [rdi+96]
vpslldq xmm11, xmm11, 12
vpor xmm11, xmm11, xmmword ptr [rdi+96]
vpslldq xmm9, xmm9, 12
vpor xmm9, xmm9, xmmword ptr [rdi+96]
vmovq xmm0, qword ptr [rsi+3112]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3352]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3592]
sha256rnds2 xmm5, xmm6
vpslldq xmm7, xmm7, 12
vpor xmm7, xmm7, xmmword ptr [rdi+96]
sha256msg1 xmm13, xmmword ptr [rdi+112]
sha256msg1 xmm11, xmmword ptr [rdi+112]
sha256msg1 xmm9, xmmword ptr [rdi+112]
sha256msg1 xmm7, xmmword ptr [rdi+112]
sha256msg2 xmm13, xmmword ptr [rdi+128]
sha256msg2 xmm11, xmmword ptr [rdi+128]
sha256msg2 xmm9, xmmword ptr [rdi+128]
vmovq xmm0, qword ptr [rsi+3120]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3360]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3600]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3128]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm7, xmmword ptr [rdi+128]
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+768], xmm15
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+960], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+1152], xmm15
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+1344], xmm15
vpalignr xmm14, xmm13, xmmword ptr [rdi+128], 4
vpaddd xmm14, xmm14, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rsi+3368]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3608]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3136]
sha256rnds2 xmm2, xmm1
vpalignr xmm12, xmm11, xmmword ptr [rdi+128], 4
vpaddd xmm12, xmm12, xmmword ptr [rdi+112]
vpalignr xmm10, xmm9, xmmword ptr [rdi+128], 4
vpaddd xmm10, xmm10, xmmword ptr [rdi+112]
vpalignr xmm8, xmm7, xmmword ptr [rdi+128], 4
vpaddd xmm8, xmm8, xmmword ptr [rdi+112]
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+3376]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3616]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3144]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3384]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3624]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3152]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+784], xmm15
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+976], xmm15
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+1168], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+1360], xmm15
vpalignr xmm13, xmm14, xmmword ptr [rdx+6112], 4
vpalignr xmm11, xmm12, xmmword ptr [rdx+6368], 4
vpalignr xmm9, xmm10, xmmword ptr [rdx+6624], 4
vpalignr xmm7, xmm8, xmmword ptr [rdx+6880], 4
vmovq xmm0, qword ptr [rsi+3392]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3632]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3160]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3400]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3640]
sha256rnds2 xmm5, xmm6
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+800], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+992], xmm15
vmovq xmm0, qword ptr [rsi+3168]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3408]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3648]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+1184], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+1376], xmm15
vmovdqa xmm14, xmmword ptr [rdi+128]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdi+128]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovdqa xmm10, xmmword ptr [rdi+128]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdi+128]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+3176]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3416]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3656]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3184]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3424]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3664]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3192]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+816], xmm15
vmovq xmm0, qword ptr [rsi+3432]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3672]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3200]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3440]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3680]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3208]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1008], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1200], xmm15
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1392], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+3448]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3688]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3216]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3456]
sha256rnds2 xmm4, xmm3
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+832], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1024], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1216], xmm15
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1408], xmm15
vmovq xmm0, qword ptr [rsi+3696]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3224]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3464]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3704]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3232]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3472]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3712]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3240]
sha256rnds2 xmm1, xmm2
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+3480]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+848], xmm15
vmovq xmm0, qword ptr [rsi+3720]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3248]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3488]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3728]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3256]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3496]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1040], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1232], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1424], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vmovq xmm0, qword ptr [rsi+3736]
sha256rnds2 xmm5, xmm6
vmovq qword ptr [rdx+5976], xmm1
vmovq qword ptr [rdx+5984], xmm3
vmovq qword ptr [rdx+5992], xmm5
vmovdqa xmm1, xmmword ptr [rsi+5856]
vmovdqa xmm3, xmmword ptr [rsi+5872]
vmovdqa xmm5, xmmword ptr [rsi+5888]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+3744]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3984]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4224]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+864], xmm15
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1056], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1248], xmm15
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1440], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovq xmm0, qword ptr [rsi+3752]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3992]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4232]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3760]
sha256rnds2 xmm2, xmm1
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+4000]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4240]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3768]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4008]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4248]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+880], xmm15
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1072], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1264], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1456], xmm15
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3792]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4032]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4272]
sha256rnds2 xmm6, xmm5
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rsi+3800]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4040]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4280]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3808]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+896], xmm15
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1088], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1280], xmm15
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1472], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovq xmm0, qword ptr [rsi+4048]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4288]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3816]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4056]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4296]
sha256rnds2 xmm5, xmm6
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+3824]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4064]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4304]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3832]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4072]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4312]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3840]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+912], xmm15
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1104], xmm15
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1296], xmm15
vmovq xmm0, qword ptr [rsi+4080]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4320]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1488], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vmovq xmm0, qword ptr [rsi+3848]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4088]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+4328]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3856]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4096]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4336]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3864]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4104]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4344]
sha256rnds2 xmm5, xmm6
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+928], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1120], xmm15
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1312], xmm15
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1504], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6224]
sha256msg1 xmm14, xmmword ptr [rdx+6240]
vmovdqa xmm12, xmmword ptr [rdx+6480]
sha256msg1 xmm12, xmmword ptr [rdx+6496]
vmovdqa xmm10, xmmword ptr [rdx+6736]
sha256msg1 xmm10, xmmword ptr [rdx+6752]
vmovdqa xmm8, xmmword ptr [rdx+6992]
sha256msg1 xmm8, xmmword ptr [rdx+7008]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6256], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6512], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+3872]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4112]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4352]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3880]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm9, xmmword ptr [rdx+6768], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+7024], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+4120]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4360]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3888]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4128]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4368]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3896]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4136]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+6288], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+944], xmm15
vmovdqa xmmword ptr [rdx+6544], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1136], xmm15
vmovdqa xmmword ptr [rdx+6800], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1328], xmm15
vmovdqa xmmword ptr [rdx+7056], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1520], xmm15
mov eax, r11d
bswap eax
inc r11d
vmovd xmm13, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm11, eax
vmovq xmm0, qword ptr [rsi+4376]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3904]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4144]
sha256rnds2 xmm4, xmm3
mov eax, r11d
bswap eax
inc r11d
vmovd xmm9, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm7, eax
vpshufd xmm14, xmm13, 0x11
vpaddd xmm14, xmm14, xmmword ptr [rdi+0]
vpshufd xmm12, xmm11, 0x11
vpaddd xmm12, xmm12, xmmword ptr [rdi+0]
vpshufd xmm10, xmm9, 0x11
vpaddd xmm10, xmm10, xmmword ptr [rdi+0]
vpshufd xmm8, xmm7, 0x11
vpaddd xmm8, xmm8, xmmword ptr [rdi+0]
vmovq xmm0, qword ptr [rsi+4384]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3912]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4152]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+5696], xmm14
vmovdqa xmmword ptr [rdx+5712], xmm12
vmovdqa xmmword ptr [rdx+5728], xmm10
vmovdqa xmmword ptr [rdx+5744], xmm8
vpslldq xmm13, xmm13, 12
vpor xmm13, xmm13, xmmword ptr [rdi+96]
vpslldq xmm11, xmm11, 12
vpor xmm11, xmm11, xmmword ptr [rdi+96]
vpslldq xmm9, xmm9, 12
vpor xmm9, xmm9, xmmword ptr [rdi+96]
vmovq xmm0, qword ptr [rsi+4392]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3920]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4160]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4400]
sha256rnds2 xmm6, xmm5
vpslldq xmm7, xmm7, 12
vpor xmm7, xmm7, xmmword ptr [rdi+96]
sha256msg1 xmm13, xmmword ptr [rdi+112]
sha256msg1 xmm11, xmmword ptr [rdi+112]
sha256msg1 xmm9, xmmword ptr [rdi+112]
sha256msg1 xmm7, xmmword ptr [rdi+112]
sha256msg2 xmm13, xmmword ptr [rdi+128]
vmovq xmm0, qword ptr [rsi+3928]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4168]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4408]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3936]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm11, xmmword ptr [rdi+128]
sha256msg2 xmm9, xmmword ptr [rdi+128]
sha256msg2 xmm7, xmmword ptr [rdi+128]
vmovdqa xmmword ptr [rdx+6112], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+1536], xmm15
vmovdqa xmmword ptr [rdx+6368], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+1728], xmm15
vmovdqa xmmword ptr [rdx+6624], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+1920], xmm15
vmovdqa xmmword ptr [rdx+6880], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+2112], xmm15
vpalignr xmm14, xmm13, xmmword ptr [rdi+128], 4
vpaddd xmm14, xmm14, xmmword ptr [rdi+112]
vpalignr xmm12, xmm11, xmmword ptr [rdi+128], 4
vpaddd xmm12, xmm12, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rsi+4176]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4416]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3944]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4184]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4424]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3952]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4192]
sha256rnds2 xmm4, xmm3
vpalignr xmm10, xmm9, xmmword ptr [rdi+128], 4
vpaddd xmm10, xmm10, xmmword ptr [rdi+112]
vpalignr xmm8, xmm7, xmmword ptr [rdi+128], 4
vpaddd xmm8, xmm8, xmmword ptr [rdi+112]
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6128], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+1552], xmm15
vmovdqa xmmword ptr [rdx+6384], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+1744], xmm15
vmovdqa xmmword ptr [rdx+6640], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+1936], xmm15
vmovdqa xmmword ptr [rdx+6896], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+2128], xmm15
vmovq xmm0, qword ptr [rsi+4432]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3960]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4200]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4440]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3968]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4208]
sha256rnds2 xmm4, xmm3
vpalignr xmm13, xmm14, xmmword ptr [rdx+6112], 4
vpalignr xmm11, xmm12, xmmword ptr [rdx+6368], 4
vpalignr xmm9, xmm10, xmmword ptr [rdx+6624], 4
vpalignr xmm7, xmm8, xmmword ptr [rdx+6880], 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6144], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+1568], xmm15
vmovdqa xmmword ptr [rdx+6400], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+1760], xmm15
vmovq xmm0, qword ptr [rsi+4448]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3976]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4216]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4456]
sha256rnds2 xmm5, xmm6
vmovq qword ptr [rdx+6000], xmm1
vmovq qword ptr [rdx+6008], xmm3
vmovq qword ptr [rdx+6016], xmm5
vmovdqa xmm1, xmmword ptr [rsi+5904]
vmovdqa xmm3, xmmword ptr [rsi+5920]
vmovdqa xmm5, xmmword ptr [rsi+5936]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+4464]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4704]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6656], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+1952], xmm15
vmovdqa xmmword ptr [rdx+6912], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+2144], xmm15
vmovdqa xmm14, xmmword ptr [rdi+128]
sha256msg1 xmm14, xmmword ptr [rdx+6112]
vmovdqa xmm12, xmmword ptr [rdi+128]
sha256msg1 xmm12, xmmword ptr [rdx+6368]
vmovdqa xmm10, xmmword ptr [rdi+128]
sha256msg1 xmm10, xmmword ptr [rdx+6624]
vmovdqa xmm8, xmmword ptr [rdi+128]
sha256msg1 xmm8, xmmword ptr [rdx+6880]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6128], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6384], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6640], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+4944]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4472]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4712]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4952]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4480]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm7, xmmword ptr [rdx+6896], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6160], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1584], xmm15
vmovq xmm0, qword ptr [rsi+4720]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+6416], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1776], xmm15
vmovdqa xmmword ptr [rdx+6672], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1968], xmm15
vmovdqa xmmword ptr [rdx+6928], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+2160], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6112]
sha256msg1 xmm13, xmmword ptr [rdx+6128]
vmovdqa xmm11, xmmword ptr [rdx+6368]
sha256msg1 xmm11, xmmword ptr [rdx+6384]
vmovdqa xmm9, xmmword ptr [rdx+6624]
sha256msg1 xmm9, xmmword ptr [rdx+6640]
vmovq xmm0, qword ptr [rsi+4960]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4488]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4728]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+4968]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovdqa xmm7, xmmword ptr [rdx+6880]
sha256msg1 xmm7, xmmword ptr [rdx+6896]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6144], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6400], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6656], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6912], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6176], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1600], xmm15
vmovdqa xmmword ptr [rdx+6432], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1792], xmm15
vmovdqa xmmword ptr [rdx+6688], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1984], xmm15
vmovdqa xmmword ptr [rdx+6944], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+2176], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6128]
sha256msg1 xmm14, xmmword ptr [rdx+6144]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4512]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4752]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+4992]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4520]
sha256rnds2 xmm1, xmm2
vmovdqa xmm12, xmmword ptr [rdx+6384]
sha256msg1 xmm12, xmmword ptr [rdx+6400]
vmovdqa xmm10, xmmword ptr [rdx+6640]
sha256msg1 xmm10, xmmword ptr [rdx+6656]
vmovdqa xmm8, xmmword ptr [rdx+6896]
sha256msg1 xmm8, xmmword ptr [rdx+6912]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6160], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6416], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6672], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6928], 4
vpaddd xmm8, xmm8, xmm15
vmovq xmm0, qword ptr [rsi+4760]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5000]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4528]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4768]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5008]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4536]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4776]
sha256rnds2 xmm3, xmm4
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6192], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1616], xmm15
vmovdqa xmmword ptr [rdx+6448], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1808], xmm15
vmovdqa xmmword ptr [rdx+6704], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+2000], xmm15
vmovdqa xmmword ptr [rdx+6960], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+2192], xmm15
vmovq xmm0, qword ptr [rsi+5016]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4544]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4784]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5024]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4552]
sha256rnds2 xmm1, xmm2
vmovdqa xmm13, xmmword ptr [rdx+6144]
sha256msg1 xmm13, xmmword ptr [rdx+6160]
vmovdqa xmm11, xmmword ptr [rdx+6400]
sha256msg1 xmm11, xmmword ptr [rdx+6416]
vmovdqa xmm9, xmmword ptr [rdx+6656]
sha256msg1 xmm9, xmmword ptr [rdx+6672]
vmovdqa xmm7, xmmword ptr [rdx+6912]
sha256msg1 xmm7, xmmword ptr [rdx+6928]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6176], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6432], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6688], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6944], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6208], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1632], xmm15
vmovq xmm0, qword ptr [rsi+4792]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5032]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4560]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4800]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5040]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+6464], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1824], xmm15
vmovdqa xmmword ptr [rdx+6720], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+2016], xmm15
vmovdqa xmmword ptr [rdx+6976], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+2208], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6160]
sha256msg1 xmm14, xmmword ptr [rdx+6176]
vmovdqa xmm12, xmmword ptr [rdx+6416]
sha256msg1 xmm12, xmmword ptr [rdx+6432]
vmovdqa xmm10, xmmword ptr [rdx+6672]
sha256msg1 xmm10, xmmword ptr [rdx+6688]
vmovdqa xmm8, xmmword ptr [rdx+6928]
sha256msg1 xmm8, xmmword ptr [rdx+6944]
vmovq xmm0, qword ptr [rsi+4568]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4808]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5048]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4576]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4816]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5056]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4584]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4824]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm13, xmmword ptr [rdx+6192], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6448], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6704], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+6960], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+5064]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4592]
sha256rnds2 xmm2, xmm1
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6224], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1648], xmm15
vmovdqa xmmword ptr [rdx+6480], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1840], xmm15
vmovdqa xmmword ptr [rdx+6736], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+2032], xmm15
vmovdqa xmmword ptr [rdx+6992], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+2224], xmm15
vmovq xmm0, qword ptr [rsi+4832]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5072]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4600]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4840]
sha256rnds2 xmm3, xmm4
vmovdqa xmm13, xmmword ptr [rdx+6176]
sha256msg1 xmm13, xmmword ptr [rdx+6192]
vmovdqa xmm11, xmmword ptr [rdx+6432]
sha256msg1 xmm11, xmmword ptr [rdx+6448]
vmovdqa xmm9, xmmword ptr [rdx+6688]
sha256msg1 xmm9, xmmword ptr [rdx+6704]
vmovdqa xmm7, xmmword ptr [rdx+6944]
sha256msg1 xmm7, xmmword ptr [rdx+6960]
vpalignr xmm15, xmm14, xmmword ptr [rdx+6208], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6464], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6720], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+6976], 4
vpaddd xmm7, xmm7, xmm15
vmovq xmm0, qword ptr [rsi+5080]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4608]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4848]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5088]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4616]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6240], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1664], xmm15
vmovdqa xmmword ptr [rdx+6496], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1856], xmm15
vmovdqa xmmword ptr [rdx+6752], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+2048], xmm15
vmovdqa xmmword ptr [rdx+7008], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+2240], xmm15
vmovdqa xmm14, xmmword ptr [rdx+6192]
sha256msg1 xmm14, xmmword ptr [rdx+6208]
vmovq xmm0, qword ptr [rsi+4856]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5096]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4624]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4864]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5104]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4632]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4872]
sha256rnds2 xmm3, xmm4
vmovdqa xmm12, xmmword ptr [rdx+6448]
sha256msg1 xmm12, xmmword ptr [rdx+6464]
vmovdqa xmm10, xmmword ptr [rdx+6704]
sha256msg1 xmm10, xmmword ptr [rdx+6720]
vmovdqa xmm8, xmmword ptr [rdx+6960]
sha256msg1 xmm8, xmmword ptr [rdx+6976]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6224], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6480], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+6736], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+5112]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4640]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4880]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5120]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm7, xmmword ptr [rdx+6992], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6256], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1680], xmm15
vmovdqa xmmword ptr [rdx+6512], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1872], xmm15
vmovq xmm0, qword ptr [rsi+4648]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4888]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5128]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4656]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+6768], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+2064], xmm15
vmovdqa xmmword ptr [rdx+7024], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+2256], xmm15
vmovdqa xmm13, xmmword ptr [rdx+6208]
sha256msg1 xmm13, xmmword ptr [rdx+6224]
vmovdqa xmm11, xmmword ptr [rdx+6464]
sha256msg1 xmm11, xmmword ptr [rdx+6480]
vmovdqa xmm9, xmmword ptr [rdx+6720]
sha256msg1 xmm9, xmmword ptr [rdx+6736]
vmovdqa xmm7, xmmword ptr [rdx+6976]
sha256msg1 xmm7, xmmword ptr [rdx+6992]
vmovq xmm0, qword ptr [rsi+4896]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5136]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4664]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4904]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm14, xmmword ptr [rdx+6240], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+6496], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+6752], 4
vpaddd xmm9, xmm9, xmm15
vpalignr xmm15, xmm8, xmmword ptr [rdx+7008], 4
vpaddd xmm7, xmm7, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+5144]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4672]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+4912]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5152]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm9, xmm10
sha256msg2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+6272], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1696], xmm15
vmovdqa xmmword ptr [rdx+6528], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1888], xmm15
vmovdqa xmmword ptr [rdx+6784], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+2080], xmm15
vmovdqa xmmword ptr [rdx+7040], xmm7
vpaddd xmm15, xmm7, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+2272], xmm15
vmovq xmm0, qword ptr [rsi+4680]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4920]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+5160]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+4688]
sha256rnds2 xmm2, xmm1
vmovdqa xmm14, xmmword ptr [rdx+6224]
sha256msg1 xmm14, xmmword ptr [rdx+6240]
vmovdqa xmm12, xmmword ptr [rdx+6480]
sha256msg1 xmm12, xmmword ptr [rdx+6496]
vmovdqa xmm10, xmmword ptr [rdx+6736]
sha256msg1 xmm10, xmmword ptr [rdx+6752]
vmovdqa xmm8, xmmword ptr [rdx+6992]
sha256msg1 xmm8, xmmword ptr [rdx+7008]
vpalignr xmm15, xmm13, xmmword ptr [rdx+6256], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+6512], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+4928]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+5168]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+4696]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+4936]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm9, xmmword ptr [rdx+6768], 4
vpaddd xmm10, xmm10, xmm15
vpalignr xmm15, xmm7, xmmword ptr [rdx+7024], 4
vpaddd xmm8, xmm8, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
sha256msg2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+6288], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1712], xmm15
vmovq xmm0, qword ptr [rsi+5176]
sha256rnds2 xmm5, xmm6
vmovq qword ptr [rdx+6024], xmm1
vmovq qword ptr [rdx+6032], xmm3
vmovq qword ptr [rdx+6040], xmm5
vmovdqa xmmword ptr [rdx+6544], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1904], xmm15
vmovdqa xmmword ptr [rdx+6800], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+2096], xmm15
vmovdqa xmmword ptr [rdx+7056], xmm8
vpaddd xmm15, xmm8, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+2288], xmm15
// test
vmovaps xmm13, xmmword ptr [rsi+5952]
vshufps xmm13, xmm13, xmmword ptr [rsi+5968], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps eax, xmm14
vmovaps xmm13, xmmword ptr [rsi+5984]
vshufps xmm13, xmm13, xmmword ptr [rsi+6000], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps r15d, xmm14
shl r15d, 4
or eax, r15d
vmovaps xmm13, xmmword ptr [rsi+6016]
vshufps xmm13, xmm13, xmmword ptr [rsi+6032], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps r15d, xmm14
shl r15d, 8
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
