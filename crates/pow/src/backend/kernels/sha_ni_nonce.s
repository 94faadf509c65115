// sha_ni_nonce: written by `cargo xtask kernels`, do not edit.
.p2align 6
2:
vmovdqa xmm1, xmmword ptr [rsi+2784]
vmovdqa xmm3, xmmword ptr [rsi+2800]
vmovdqa xmm5, xmmword ptr [rsi+2816]
vmovdqa xmm7, xmmword ptr [rsi+2832]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovdqa xmm8, xmmword ptr [rdi+16]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
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
vpshufd xmm14, xmm13, 0x11
vpaddd xmm14, xmm14, xmmword ptr [rdi+0]
vpshufd xmm12, xmm11, 0x11
vpaddd xmm12, xmm12, xmmword ptr [rdi+0]
vpshufd xmm10, xmm9, 0x11
vpaddd xmm10, xmm10, xmmword ptr [rdi+0]
vmovdqa xmmword ptr [rdx+2784], xmm14
vmovdqa xmmword ptr [rdx+2800], xmm12
vmovdqa xmmword ptr [rdx+2816], xmm10
vpslldq xmm13, xmm13, 12
vpor xmm13, xmm13, xmmword ptr [rdi+96]
vpslldq xmm11, xmm11, 12
vpor xmm11, xmm11, xmmword ptr [rdi+96]
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vpslldq xmm9, xmm9, 12
vpor xmm9, xmm9, xmmword ptr [rdi+96]
sha256msg1 xmm13, xmmword ptr [rdi+112]
sha256msg1 xmm11, xmmword ptr [rdi+112]
sha256msg1 xmm9, xmmword ptr [rdi+112]
sha256msg2 xmm13, xmmword ptr [rdi+128]
sha256msg2 xmm11, xmmword ptr [rdi+128]
sha256msg2 xmm9, xmmword ptr [rdi+128]
vmovdqa xmmword ptr [rdx+3104], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+0], xmm15
vmovdqa xmmword ptr [rdx+3360], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+192], xmm15
vmovdqa xmmword ptr [rdx+3616], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+384], xmm15
vpalignr xmm14, xmm13, xmmword ptr [rdi+128], 4
vpaddd xmm14, xmm14, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vpalignr xmm12, xmm11, xmmword ptr [rdi+128], 4
vpaddd xmm12, xmm12, xmmword ptr [rdi+112]
vpalignr xmm10, xmm9, xmmword ptr [rdi+128], 4
vpaddd xmm10, xmm10, xmmword ptr [rdi+112]
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3120], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+16], xmm15
vmovdqa xmmword ptr [rdx+3376], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+208], xmm15
vmovdqa xmmword ptr [rdx+3632], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+400], xmm15
vpalignr xmm13, xmm14, xmmword ptr [rdx+3104], 4
vpalignr xmm11, xmm12, xmmword ptr [rdx+3360], 4
vpalignr xmm9, xmm10, xmmword ptr [rdx+3616], 4
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+0]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+192]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+384]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3136], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+32], xmm15
vmovdqa xmmword ptr [rdx+3392], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+224], xmm15
vmovdqa xmmword ptr [rdx+3648], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+416], xmm15
vmovdqa xmm14, xmmword ptr [rdi+128]
sha256msg1 xmm14, xmmword ptr [rdx+3104]
vmovdqa xmm12, xmmword ptr [rdi+128]
sha256msg1 xmm12, xmmword ptr [rdx+3360]
vmovdqa xmm10, xmmword ptr [rdi+128]
sha256msg1 xmm10, xmmword ptr [rdx+3616]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3120], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3376], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3632], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+576]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+8]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+200]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+392]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+584]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+16]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+208]
sha256rnds2 xmm4, xmm3
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3152], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+48], xmm15
vmovdqa xmmword ptr [rdx+3408], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+240], xmm15
vmovdqa xmmword ptr [rdx+3664], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+432], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3104]
sha256msg1 xmm13, xmmword ptr [rdx+3120]
vmovdqa xmm11, xmmword ptr [rdx+3360]
sha256msg1 xmm11, xmmword ptr [rdx+3376]
vmovdqa xmm9, xmmword ptr [rdx+3616]
sha256msg1 xmm9, xmmword ptr [rdx+3632]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3136], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3392], 4
vpaddd xmm11, xmm11, xmm15
vmovq xmm0, qword ptr [rsi+400]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+592]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+24]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+216]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+408]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+600]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+32]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm10, xmmword ptr [rdx+3648], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3168], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+64], xmm15
vmovdqa xmmword ptr [rdx+3424], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+256], xmm15
vmovdqa xmmword ptr [rdx+3680], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+448], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3120]
sha256msg1 xmm14, xmmword ptr [rdx+3136]
vmovdqa xmm12, xmmword ptr [rdx+3376]
sha256msg1 xmm12, xmmword ptr [rdx+3392]
vmovdqa xmm10, xmmword ptr [rdx+3632]
sha256msg1 xmm10, xmmword ptr [rdx+3648]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3152], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+224]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+416]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+608]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+40]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+232]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+424]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+616]
sha256rnds2 xmm7, xmm8
vpalignr xmm15, xmm11, xmmword ptr [rdx+3408], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3664], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3184], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+80], xmm15
vmovdqa xmmword ptr [rdx+3440], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+272], xmm15
vmovdqa xmmword ptr [rdx+3696], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+464], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3136]
sha256msg1 xmm13, xmmword ptr [rdx+3152]
vmovdqa xmm11, xmmword ptr [rdx+3392]
sha256msg1 xmm11, xmmword ptr [rdx+3408]
vmovdqa xmm9, xmmword ptr [rdx+3648]
sha256msg1 xmm9, xmmword ptr [rdx+3664]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3168], 4
vpaddd xmm13, xmm13, xmm15
vmovq xmm0, qword ptr [rsi+48]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+240]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+432]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+624]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+56]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm12, xmmword ptr [rdx+3424], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3680], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3200], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+96], xmm15
vmovdqa xmmword ptr [rdx+3456], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+288], xmm15
vmovdqa xmmword ptr [rdx+3712], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+480], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3152]
sha256msg1 xmm14, xmmword ptr [rdx+3168]
vmovdqa xmm12, xmmword ptr [rdx+3408]
sha256msg1 xmm12, xmmword ptr [rdx+3424]
vmovdqa xmm10, xmmword ptr [rdx+3664]
sha256msg1 xmm10, xmmword ptr [rdx+3680]
vmovq xmm0, qword ptr [rsi+248]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+440]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+632]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+64]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+256]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+448]
sha256rnds2 xmm6, xmm5
vpalignr xmm15, xmm13, xmmword ptr [rdx+3184], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3440], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3696], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3216], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+112], xmm15
vmovdqa xmmword ptr [rdx+3472], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+304], xmm15
vmovdqa xmmword ptr [rdx+3728], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+496], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3168]
sha256msg1 xmm13, xmmword ptr [rdx+3184]
vmovdqa xmm11, xmmword ptr [rdx+3424]
sha256msg1 xmm11, xmmword ptr [rdx+3440]
vmovdqa xmm9, xmmword ptr [rdx+3680]
sha256msg1 xmm9, xmmword ptr [rdx+3696]
vmovq xmm0, qword ptr [rsi+640]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+72]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+264]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+456]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+648]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+80]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm14, xmmword ptr [rdx+3200], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3456], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3712], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3232], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+128], xmm15
vmovdqa xmmword ptr [rdx+3488], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+320], xmm15
vmovdqa xmmword ptr [rdx+3744], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+512], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3184]
sha256msg1 xmm14, xmmword ptr [rdx+3200]
vmovdqa xmm12, xmmword ptr [rdx+3440]
sha256msg1 xmm12, xmmword ptr [rdx+3456]
vmovdqa xmm10, xmmword ptr [rdx+3696]
sha256msg1 xmm10, xmmword ptr [rdx+3712]
vmovq xmm0, qword ptr [rsi+272]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+464]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+656]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+88]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+280]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+472]
sha256rnds2 xmm5, xmm6
vpalignr xmm15, xmm13, xmmword ptr [rdx+3216], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3472], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3728], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3248], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+144], xmm15
vmovdqa xmmword ptr [rdx+3504], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+336], xmm15
vmovdqa xmmword ptr [rdx+3760], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+528], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3200]
sha256msg1 xmm13, xmmword ptr [rdx+3216]
vmovdqa xmm11, xmmword ptr [rdx+3456]
sha256msg1 xmm11, xmmword ptr [rdx+3472]
vmovdqa xmm9, xmmword ptr [rdx+3712]
sha256msg1 xmm9, xmmword ptr [rdx+3728]
vmovq xmm0, qword ptr [rsi+664]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+96]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+288]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+480]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+672]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+104]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm14, xmmword ptr [rdx+3232], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3488], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3744], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3264], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+160], xmm15
vmovdqa xmmword ptr [rdx+3520], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+352], xmm15
vmovdqa xmmword ptr [rdx+3776], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+544], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3216]
sha256msg1 xmm14, xmmword ptr [rdx+3232]
vmovdqa xmm12, xmmword ptr [rdx+3472]
sha256msg1 xmm12, xmmword ptr [rdx+3488]
vmovdqa xmm10, xmmword ptr [rdx+3728]
sha256msg1 xmm10, xmmword ptr [rdx+3744]
vmovq xmm0, qword ptr [rsi+296]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+488]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+680]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+112]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+304]
sha256rnds2 xmm4, xmm3
vpalignr xmm15, xmm13, xmmword ptr [rdx+3248], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3504], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3760], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3280], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+176], xmm15
vmovdqa xmmword ptr [rdx+3536], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+368], xmm15
vmovdqa xmmword ptr [rdx+3792], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+560], xmm15
mov eax, r11d
bswap eax
inc r11d
vmovd xmm13, eax
mov eax, r11d
bswap eax
inc r11d
vmovd xmm11, eax
vmovq xmm0, qword ptr [rsi+496]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+688]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+120]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+312]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+504]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+696]
sha256rnds2 xmm7, xmm8
mov eax, r11d
bswap eax
inc r11d
vmovd xmm9, eax
vpshufd xmm14, xmm13, 0x11
vpaddd xmm14, xmm14, xmmword ptr [rdi+0]
vpshufd xmm12, xmm11, 0x11
vpaddd xmm12, xmm12, xmmword ptr [rdi+0]
vpshufd xmm10, xmm9, 0x11
vpaddd xmm10, xmm10, xmmword ptr [rdi+0]
vmovdqa xmmword ptr [rdx+2832], xmm14
vmovdqa xmmword ptr [rdx+2848], xmm12
vmovdqa xmmword ptr [rdx+2864], xmm10
vpslldq xmm13, xmm13, 12
vpor xmm13, xmm13, xmmword ptr [rdi+96]
vpslldq xmm11, xmm11, 12
vpor xmm11, xmm11, xmmword ptr [rdi+96]
vpslldq xmm9, xmm9, 12
vpor xmm9, xmm9, xmmword ptr [rdi+96]
sha256msg1 xmm13, xmmword ptr [rdi+112]
sha256msg1 xmm11, xmmword ptr [rdi+112]
vmovq xmm0, qword ptr [rsi+128]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+320]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+512]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+704]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+136]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+328]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+520]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+712]
sha256rnds2 xmm7, xmm8
sha256msg1 xmm9, xmmword ptr [rdi+112]
sha256msg2 xmm13, xmmword ptr [rdi+128]
sha256msg2 xmm11, xmmword ptr [rdi+128]
sha256msg2 xmm9, xmmword ptr [rdi+128]
vmovdqa xmmword ptr [rdx+3104], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+576], xmm15
vmovdqa xmmword ptr [rdx+3360], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+768], xmm15
vmovdqa xmmword ptr [rdx+3616], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+320]
vmovdqa xmmword ptr [rdx+960], xmm15
vpalignr xmm14, xmm13, xmmword ptr [rdi+128], 4
vpaddd xmm14, xmm14, xmmword ptr [rdi+112]
vpalignr xmm12, xmm11, xmmword ptr [rdi+128], 4
vpaddd xmm12, xmm12, xmmword ptr [rdi+112]
vpalignr xmm10, xmm9, xmmword ptr [rdi+128], 4
vpaddd xmm10, xmm10, xmmword ptr [rdi+112]
sha256msg2 xmm14, xmm13
vmovq xmm0, qword ptr [rsi+144]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+336]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+528]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+720]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+152]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+344]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+536]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+728]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+160]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+352]
sha256rnds2 xmm4, xmm3
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3120], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+592], xmm15
vmovdqa xmmword ptr [rdx+3376], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+784], xmm15
vmovdqa xmmword ptr [rdx+3632], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+336]
vmovdqa xmmword ptr [rdx+976], xmm15
vpalignr xmm13, xmm14, xmmword ptr [rdx+3104], 4
vpalignr xmm11, xmm12, xmmword ptr [rdx+3360], 4
vpalignr xmm9, xmm10, xmmword ptr [rdx+3616], 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+544]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+736]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+168]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+360]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+552]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+744]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+176]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+368]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+560]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+752]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+184]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+3136], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+608], xmm15
vmovdqa xmmword ptr [rdx+3392], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+800], xmm15
vmovdqa xmmword ptr [rdx+3648], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+352]
vmovdqa xmmword ptr [rdx+992], xmm15
vmovdqa xmm14, xmmword ptr [rdi+128]
sha256msg1 xmm14, xmmword ptr [rdx+3104]
vmovdqa xmm12, xmmword ptr [rdi+128]
sha256msg1 xmm12, xmmword ptr [rdx+3360]
vmovdqa xmm10, xmmword ptr [rdi+128]
sha256msg1 xmm10, xmmword ptr [rdx+3616]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3120], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3376], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3632], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+376]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+568]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+760]
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+2592], xmm1
vmovdqa xmmword ptr [rdx+2624], xmm3
vmovdqa xmmword ptr [rdx+2656], xmm5
vmovdqa xmmword ptr [rdx+2688], xmm7
vmovdqa xmmword ptr [rdx+2608], xmm2
vmovdqa xmmword ptr [rdx+2640], xmm4
vmovdqa xmmword ptr [rdx+2672], xmm6
vmovdqa xmmword ptr [rdx+2704], xmm8
vmovdqa xmm1, xmmword ptr [rsi+2848]
vmovdqa xmm3, xmmword ptr [rsi+2864]
vmovdqa xmm5, xmmword ptr [rsi+2880]
vmovdqa xmm7, xmmword ptr [rsi+2896]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rdi+752]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1152]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3152], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+624], xmm15
vmovdqa xmmword ptr [rdx+3408], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+816], xmm15
vmovdqa xmmword ptr [rdx+3664], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+368]
vmovdqa xmmword ptr [rdx+1008], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3104]
sha256msg1 xmm13, xmmword ptr [rdx+3120]
vmovdqa xmm11, xmmword ptr [rdx+3360]
sha256msg1 xmm11, xmmword ptr [rdx+3376]
vmovdqa xmm9, xmmword ptr [rdx+3616]
sha256msg1 xmm9, xmmword ptr [rdx+3632]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3136], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3392], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3648], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
vmovq xmm0, qword ptr [rsi+1392]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+760]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1160]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1400]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+768]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1168]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1408]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+776]
sha256rnds2 xmm1, xmm2
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3168], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+640], xmm15
vmovdqa xmmword ptr [rdx+3424], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+832], xmm15
vmovdqa xmmword ptr [rdx+3680], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+384]
vmovdqa xmmword ptr [rdx+1024], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3120]
sha256msg1 xmm14, xmmword ptr [rdx+3136]
vmovdqa xmm12, xmmword ptr [rdx+3376]
sha256msg1 xmm12, xmmword ptr [rdx+3392]
vmovdqa xmm10, xmmword ptr [rdx+3632]
sha256msg1 xmm10, xmmword ptr [rdx+3648]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3152], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3408], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3664], 4
vpaddd xmm10, xmm10, xmm15
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1176]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1416]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rdi+784]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3184], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+656], xmm15
vmovdqa xmmword ptr [rdx+3440], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+848], xmm15
vmovdqa xmmword ptr [rdx+3696], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+400]
vmovdqa xmmword ptr [rdx+1040], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3136]
sha256msg1 xmm13, xmmword ptr [rdx+3152]
vmovdqa xmm11, xmmword ptr [rdx+3392]
sha256msg1 xmm11, xmmword ptr [rdx+3408]
vmovdqa xmm9, xmmword ptr [rdx+3648]
sha256msg1 xmm9, xmmword ptr [rdx+3664]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3168], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3424], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3680], 4
vpaddd xmm9, xmm9, xmm15
vmovq xmm0, qword ptr [rdi+792]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+768]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+960]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1200]
sha256rnds2 xmm6, xmm5
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3200], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+672], xmm15
vmovdqa xmmword ptr [rdx+3456], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+864], xmm15
vmovdqa xmmword ptr [rdx+3712], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+416]
vmovdqa xmmword ptr [rdx+1056], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3152]
sha256msg1 xmm14, xmmword ptr [rdx+3168]
vmovdqa xmm12, xmmword ptr [rdx+3408]
sha256msg1 xmm12, xmmword ptr [rdx+3424]
vmovdqa xmm10, xmmword ptr [rdx+3664]
sha256msg1 xmm10, xmmword ptr [rdx+3680]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3184], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3440], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3696], 4
vpaddd xmm10, xmm10, xmm15
vmovq xmm0, qword ptr [rsi+1440]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+776]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+968]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1208]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1448]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+784]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+976]
sha256rnds2 xmm4, xmm3
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3216], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+688], xmm15
vmovdqa xmmword ptr [rdx+3472], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+880], xmm15
vmovdqa xmmword ptr [rdx+3728], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+432]
vmovdqa xmmword ptr [rdx+1072], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3168]
sha256msg1 xmm13, xmmword ptr [rdx+3184]
vmovdqa xmm11, xmmword ptr [rdx+3424]
sha256msg1 xmm11, xmmword ptr [rdx+3440]
vmovdqa xmm9, xmmword ptr [rdx+3680]
sha256msg1 xmm9, xmmword ptr [rdx+3696]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3200], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3456], 4
vpaddd xmm11, xmm11, xmm15
vmovq xmm0, qword ptr [rsi+1216]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1456]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+792]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+984]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1224]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1464]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+800]
sha256rnds2 xmm2, xmm1
vpalignr xmm15, xmm10, xmmword ptr [rdx+3712], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3232], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+704], xmm15
vmovdqa xmmword ptr [rdx+3488], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+896], xmm15
vmovdqa xmmword ptr [rdx+3744], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+448]
vmovdqa xmmword ptr [rdx+1088], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3184]
sha256msg1 xmm14, xmmword ptr [rdx+3200]
vmovdqa xmm12, xmmword ptr [rdx+3440]
sha256msg1 xmm12, xmmword ptr [rdx+3456]
vmovdqa xmm10, xmmword ptr [rdx+3696]
sha256msg1 xmm10, xmmword ptr [rdx+3712]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3216], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3472], 4
vpaddd xmm12, xmm12, xmm15
vmovq xmm0, qword ptr [rsi+992]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1232]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1472]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+808]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1000]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1240]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1480]
sha256rnds2 xmm7, xmm8
vpalignr xmm15, xmm9, xmmword ptr [rdx+3728], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3248], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+720], xmm15
vmovdqa xmmword ptr [rdx+3504], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+912], xmm15
vmovdqa xmmword ptr [rdx+3760], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+464]
vmovdqa xmmword ptr [rdx+1104], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3200]
sha256msg1 xmm13, xmmword ptr [rdx+3216]
vmovdqa xmm11, xmmword ptr [rdx+3456]
sha256msg1 xmm11, xmmword ptr [rdx+3472]
vmovdqa xmm9, xmmword ptr [rdx+3712]
sha256msg1 xmm9, xmmword ptr [rdx+3728]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3232], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3488], 4
vpaddd xmm11, xmm11, xmm15
vmovq xmm0, qword ptr [rsi+816]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1008]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1248]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1488]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+824]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1016]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1256]
sha256rnds2 xmm5, xmm6
vpalignr xmm15, xmm10, xmmword ptr [rdx+3744], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3264], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+736], xmm15
vmovdqa xmmword ptr [rdx+3520], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+928], xmm15
vmovdqa xmmword ptr [rdx+3776], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+480]
vmovdqa xmmword ptr [rdx+1120], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3216]
sha256msg1 xmm14, xmmword ptr [rdx+3232]
vmovdqa xmm12, xmmword ptr [rdx+3472]
sha256msg1 xmm12, xmmword ptr [rdx+3488]
vmovdqa xmm10, xmmword ptr [rdx+3728]
sha256msg1 xmm10, xmmword ptr [rdx+3744]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3248], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+1496]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+832]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1024]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1264]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1504]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+840]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1032]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm11, xmmword ptr [rdx+3504], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3760], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3280], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+752], xmm15
vmovdqa xmmword ptr [rdx+3536], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+944], xmm15
vmovdqa xmmword ptr [rdx+3792], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+496]
vmovdqa xmmword ptr [rdx+1136], xmm15
vmovdqa xmm13, xmmword ptr [rsi+2592]
vpaddd xmm13, xmm13, xmmword ptr [rdi+64]
vmovdqa xmm11, xmmword ptr [rsi+2624]
vpaddd xmm11, xmm11, xmmword ptr [rdi+64]
vmovdqa xmm9, xmmword ptr [rsi+2656]
vpaddd xmm9, xmm9, xmmword ptr [rdi+64]
vmovq xmm0, qword ptr [rsi+1272]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1512]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+848]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1040]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1280]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1520]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+856]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1048]
sha256rnds2 xmm3, xmm4
vmovdqa xmm14, xmmword ptr [rsi+2608]
vpaddd xmm14, xmm14, xmmword ptr [rdi+80]
vmovdqa xmm12, xmmword ptr [rsi+2640]
vpaddd xmm12, xmm12, xmmword ptr [rdi+80]
vmovdqa xmm10, xmmword ptr [rsi+2672]
vpaddd xmm10, xmm10, xmmword ptr [rdi+80]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2880], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3088], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3040], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1152], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2896], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3344], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3296], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1392], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2912], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3600], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3552], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1632], xmm15
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+3056], xmm13
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+3312], xmm11
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+3568], xmm9
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1168], xmm15
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1408], xmm15
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1648], xmm15
vmovq xmm0, qword ptr [rsi+1288]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1528]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+864]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1056]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1296]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1536]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+872]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1064]
sha256rnds2 xmm3, xmm4
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1200], xmm15
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1440], xmm15
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1680], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3040]
sha256msg1 xmm13, xmmword ptr [rdx+3056]
vmovdqa xmm11, xmmword ptr [rdx+3296]
sha256msg1 xmm11, xmmword ptr [rdx+3312]
vmovdqa xmm9, xmmword ptr [rdx+3552]
sha256msg1 xmm9, xmmword ptr [rdx+3568]
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3104], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1216], xmm15
vmovdqa xmmword ptr [rdx+3360], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1456], xmm15
vmovq xmm0, qword ptr [rsi+1304]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1544]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+880]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1072]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1312]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1552]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+888]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1080]
sha256rnds2 xmm3, xmm4
vmovdqa xmmword ptr [rdx+3616], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1696], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+3056]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+3312]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+3568]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3120], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1232], xmm15
vmovdqa xmmword ptr [rdx+3376], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1472], xmm15
vmovdqa xmmword ptr [rdx+3632], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1712], xmm15
vpalignr xmm13, xmm14, xmm13, 4
vpalignr xmm11, xmm12, xmm11, 4
vmovq xmm0, qword ptr [rsi+1320]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1560]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+896]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1088]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1328]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1568]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+904]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1096]
sha256rnds2 xmm3, xmm4
vpalignr xmm9, xmm10, xmm9, 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3136], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1248], xmm15
vmovdqa xmmword ptr [rdx+3392], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1488], xmm15
vmovdqa xmmword ptr [rdx+3648], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1728], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3088]
sha256msg1 xmm14, xmmword ptr [rdx+3104]
vmovdqa xmm12, xmmword ptr [rdx+3344]
sha256msg1 xmm12, xmmword ptr [rdx+3360]
vmovdqa xmm10, xmmword ptr [rdx+3600]
sha256msg1 xmm10, xmmword ptr [rdx+3616]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3120], 4
vpaddd xmm14, xmm14, xmm15
vmovq xmm0, qword ptr [rsi+1336]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1576]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+912]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1104]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1344]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1584]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+920]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1112]
sha256rnds2 xmm3, xmm4
vpalignr xmm15, xmm11, xmmword ptr [rdx+3376], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3632], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3152], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1264], xmm15
vmovdqa xmmword ptr [rdx+3408], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1504], xmm15
vmovdqa xmmword ptr [rdx+3664], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1744], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3104]
sha256msg1 xmm13, xmmword ptr [rdx+3120]
vmovdqa xmm11, xmmword ptr [rdx+3360]
sha256msg1 xmm11, xmmword ptr [rdx+3376]
vmovdqa xmm9, xmmword ptr [rdx+3616]
sha256msg1 xmm9, xmmword ptr [rdx+3632]
vmovq xmm0, qword ptr [rsi+1352]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1592]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+928]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1120]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1360]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1600]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+936]
sha256rnds2 xmm1, xmm2
vpalignr xmm15, xmm14, xmmword ptr [rdx+3136], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3392], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3648], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3168], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+1280], xmm15
vmovdqa xmmword ptr [rdx+3424], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+1520], xmm15
vmovdqa xmmword ptr [rdx+3680], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+1760], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3120]
sha256msg1 xmm14, xmmword ptr [rdx+3136]
vmovdqa xmm12, xmmword ptr [rdx+3376]
sha256msg1 xmm12, xmmword ptr [rdx+3392]
vmovq xmm0, qword ptr [rsi+1128]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1368]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1608]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+944]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1136]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1376]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1616]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+952]
sha256rnds2 xmm1, xmm2
vmovdqa xmm10, xmmword ptr [rdx+3632]
sha256msg1 xmm10, xmmword ptr [rdx+3648]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3152], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3408], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3664], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3184], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+1296], xmm15
vmovdqa xmmword ptr [rdx+3440], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+1536], xmm15
vmovdqa xmmword ptr [rdx+3696], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+1776], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3136]
sha256msg1 xmm13, xmmword ptr [rdx+3152]
vmovdqa xmm11, xmmword ptr [rdx+3392]
sha256msg1 xmm11, xmmword ptr [rdx+3408]
vmovq xmm0, qword ptr [rsi+1144]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1384]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1624]
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+2720], xmm1
vmovdqa xmmword ptr [rdx+2752], xmm3
vmovq qword ptr [rdx+2976], xmm5
vmovq qword ptr [rdx+2984], xmm7
vmovdqa xmmword ptr [rdx+2736], xmm2
vmovdqa xmmword ptr [rdx+2768], xmm4
vmovdqa xmm1, xmmword ptr [rsi+2912]
vmovdqa xmm3, xmmword ptr [rsi+2928]
vmovdqa xmm5, xmmword ptr [rsi+2944]
vmovdqa xmm7, xmmword ptr [rsi+2960]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovq xmm0, qword ptr [rsi+1632]
sha256rnds2 xmm2, xmm1
vmovdqa xmm9, xmmword ptr [rdx+3648]
sha256msg1 xmm9, xmmword ptr [rdx+3664]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3168], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3424], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3680], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3200], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+1312], xmm15
vmovdqa xmmword ptr [rdx+3456], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+1552], xmm15
vmovdqa xmmword ptr [rdx+3712], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+1792], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3152]
sha256msg1 xmm14, xmmword ptr [rdx+3168]
vmovdqa xmm12, xmmword ptr [rdx+3408]
sha256msg1 xmm12, xmmword ptr [rdx+3424]
vmovdqa xmm10, xmmword ptr [rdx+3664]
sha256msg1 xmm10, xmmword ptr [rdx+3680]
vmovq xmm0, qword ptr [rsi+1872]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2112]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2352]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1640]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1880]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2120]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2360]
sha256rnds2 xmm7, xmm8
vpalignr xmm15, xmm13, xmmword ptr [rdx+3184], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3440], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3696], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3216], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+1328], xmm15
vmovdqa xmmword ptr [rdx+3472], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+1568], xmm15
vmovdqa xmmword ptr [rdx+3728], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+1808], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3168]
sha256msg1 xmm13, xmmword ptr [rdx+3184]
vmovdqa xmm11, xmmword ptr [rdx+3424]
sha256msg1 xmm11, xmmword ptr [rdx+3440]
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
vmovdqa xmm9, xmmword ptr [rdx+3680]
sha256msg1 xmm9, xmmword ptr [rdx+3696]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3200], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3456], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3712], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3232], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+1344], xmm15
vmovdqa xmmword ptr [rdx+3488], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+1584], xmm15
vmovdqa xmmword ptr [rdx+3744], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+1824], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3184]
sha256msg1 xmm14, xmmword ptr [rdx+3200]
vmovdqa xmm12, xmmword ptr [rdx+3440]
sha256msg1 xmm12, xmmword ptr [rdx+3456]
vmovq xmm0, qword ptr [rdi+544]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rdi+552]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vmovdqa xmm10, xmmword ptr [rdx+3696]
sha256msg1 xmm10, xmmword ptr [rdx+3712]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3216], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3472], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3728], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3248], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+1360], xmm15
vmovdqa xmmword ptr [rdx+3504], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+1600], xmm15
vmovdqa xmmword ptr [rdx+3760], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+1840], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3200]
sha256msg1 xmm13, xmmword ptr [rdx+3216]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1680]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1920]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2160]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2400]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1688]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1928]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2168]
sha256rnds2 xmm5, xmm6
vmovdqa xmm11, xmmword ptr [rdx+3456]
sha256msg1 xmm11, xmmword ptr [rdx+3472]
vmovdqa xmm9, xmmword ptr [rdx+3712]
sha256msg1 xmm9, xmmword ptr [rdx+3728]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3232], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3488], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3744], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3264], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+1376], xmm15
vmovdqa xmmword ptr [rdx+3520], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+1616], xmm15
vmovdqa xmmword ptr [rdx+3776], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+1856], xmm15
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
vmovdqa xmm13, xmmword ptr [rsi+2688]
vpaddd xmm13, xmm13, xmmword ptr [rdi+64]
vmovdqa xmm11, xmmword ptr [rsi+2720]
vpaddd xmm11, xmm11, xmmword ptr [rdi+64]
vmovdqa xmm9, xmmword ptr [rsi+2752]
vpaddd xmm9, xmm9, xmmword ptr [rdi+64]
vmovdqa xmm14, xmmword ptr [rsi+2704]
vpaddd xmm14, xmm14, xmmword ptr [rdi+80]
vmovdqa xmm12, xmmword ptr [rsi+2736]
vpaddd xmm12, xmm12, xmmword ptr [rdi+80]
vmovdqa xmm10, xmmword ptr [rsi+2768]
vpaddd xmm10, xmm10, xmmword ptr [rdi+80]
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm13, xmm14
vpunpckldq xmm13, xmm13, xmm14
vpshufd xmm14, xmm15, 0xaa
vpand xmm14, xmm14, xmmword ptr [rdi+176]
vpaddd xmm14, xmm14, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2928], xmm14
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm14, xmm15, 0x02
sha256msg1 xmm14, xmm14
vpslldq xmm14, xmm14, 12
vpor xmm14, xmm14, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3088], xmm14
// W1 to W4
vpblendd xmm15, xmm15, xmm13, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3040], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+1872], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm11, xmm12
vpunpckldq xmm11, xmm11, xmm12
vpshufd xmm12, xmm15, 0xaa
vpand xmm12, xmm12, xmmword ptr [rdi+176]
vpaddd xmm12, xmm12, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2944], xmm12
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm12, xmm15, 0x02
sha256msg1 xmm12, xmm12
vpslldq xmm12, xmm12, 12
vpor xmm12, xmm12, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3344], xmm12
// W1 to W4
vpblendd xmm15, xmm15, xmm11, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3296], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2112], xmm15
// B, D, A, C and F, H, E, G, of which W0 = A
vpunpckhdq xmm15, xmm9, xmm10
vpunpckldq xmm9, xmm9, xmm10
vpshufd xmm10, xmm15, 0xaa
vpand xmm10, xmm10, xmmword ptr [rdi+176]
vpaddd xmm10, xmm10, xmmword ptr [rdi+32]
vmovdqa xmmword ptr [rdx+2960], xmm10
// W16 = W0 + sigma0(W1), behind W13 to W15
vpshufd xmm10, xmm15, 0x02
sha256msg1 xmm10, xmm10
vpslldq xmm10, xmm10, 12
vpor xmm10, xmm10, xmmword ptr [rdi+144]
vmovdqa xmmword ptr [rdx+3600], xmm10
// W1 to W4
vpblendd xmm15, xmm15, xmm9, 4
vpshufd xmm15, xmm15, 0x9c
vmovdqa xmmword ptr [rdx+3552], xmm15
vpaddd xmm15, xmm15, xmmword ptr [rdi+512]
vmovdqa xmmword ptr [rdx+2352], xmm15
// W5 to W8
vpblendd xmm13, xmm13, xmmword ptr [rdi+160], 4
vpshufd xmm13, xmm13, 0x9c
vmovdqa xmmword ptr [rdx+3056], xmm13
// W5 to W8
vpblendd xmm11, xmm11, xmmword ptr [rdi+160], 4
vpshufd xmm11, xmm11, 0x9c
vmovdqa xmmword ptr [rdx+3312], xmm11
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
vmovq xmm0, qword ptr [rsi+2448]
sha256rnds2 xmm8, xmm7
// W5 to W8
vpblendd xmm9, xmm9, xmmword ptr [rdi+160], 4
vpshufd xmm9, xmm9, 0x9c
vmovdqa xmmword ptr [rdx+3568], xmm9
vpaddd xmm15, xmm13, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+1888], xmm15
vpaddd xmm15, xmm11, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2128], xmm15
vpaddd xmm15, xmm9, xmmword ptr [rdi+528]
vmovdqa xmmword ptr [rdx+2368], xmm15
vpaddd xmm15, xmm14, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+1920], xmm15
vpaddd xmm15, xmm12, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2160], xmm15
vpaddd xmm15, xmm10, xmmword ptr [rdi+560]
vmovdqa xmmword ptr [rdx+2400], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3040]
sha256msg1 xmm13, xmmword ptr [rdx+3056]
vmovdqa xmm11, xmmword ptr [rdx+3296]
sha256msg1 xmm11, xmmword ptr [rdx+3312]
vmovdqa xmm9, xmmword ptr [rdx+3552]
sha256msg1 xmm9, xmmword ptr [rdx+3568]
sha256msg2 xmm13, xmm14
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
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3104], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+1936], xmm15
vmovdqa xmmword ptr [rdx+3360], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2176], xmm15
vmovdqa xmmword ptr [rdx+3616], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+576]
vmovdqa xmmword ptr [rdx+2416], xmm15
vpalignr xmm15, xmm13, xmm14, 4
vmovdqa xmm14, xmmword ptr [rdx+3056]
sha256msg1 xmm14, xmmword ptr [rdi+192]
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmm12, 4
vmovdqa xmm12, xmmword ptr [rdx+3312]
sha256msg1 xmm12, xmmword ptr [rdi+192]
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmm10, 4
vmovdqa xmm10, xmmword ptr [rdx+3568]
sha256msg1 xmm10, xmmword ptr [rdi+192]
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
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
vmovq xmm0, qword ptr [rsi+1776]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+3120], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+1952], xmm15
vmovdqa xmmword ptr [rdx+3376], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2192], xmm15
vmovdqa xmmword ptr [rdx+3632], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+592]
vmovdqa xmmword ptr [rdx+2432], xmm15
vpalignr xmm13, xmm14, xmm13, 4
vpalignr xmm11, xmm12, xmm11, 4
vpalignr xmm9, xmm10, xmm9, 4
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3136], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+1968], xmm15
vmovdqa xmmword ptr [rdx+3392], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2208], xmm15
vmovq xmm0, qword ptr [rsi+2016]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2256]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2496]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1784]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2024]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2264]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2504]
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+3648], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+608]
vmovdqa xmmword ptr [rdx+2448], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3088]
sha256msg1 xmm14, xmmword ptr [rdx+3104]
vmovdqa xmm12, xmmword ptr [rdx+3344]
sha256msg1 xmm12, xmmword ptr [rdx+3360]
vmovdqa xmm10, xmmword ptr [rdx+3600]
sha256msg1 xmm10, xmmword ptr [rdx+3616]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3120], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3376], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3632], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3152], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+1984], xmm15
vmovdqa xmmword ptr [rdx+3408], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2224], xmm15
vmovq xmm0, qword ptr [rsi+1792]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2032]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2272]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2512]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1800]
sha256rnds2 xmm1, xmm2
vmovdqa xmmword ptr [rdx+3664], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+624]
vmovdqa xmmword ptr [rdx+2464], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3104]
sha256msg1 xmm13, xmmword ptr [rdx+3120]
vmovdqa xmm11, xmmword ptr [rdx+3360]
sha256msg1 xmm11, xmmword ptr [rdx+3376]
vmovdqa xmm9, xmmword ptr [rdx+3616]
sha256msg1 xmm9, xmmword ptr [rdx+3632]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3136], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3392], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3648], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3168], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2000], xmm15
vmovq xmm0, qword ptr [rsi+2040]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2280]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2520]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1808]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2048]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2288]
sha256rnds2 xmm6, xmm5
vmovdqa xmmword ptr [rdx+3424], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2240], xmm15
vmovdqa xmmword ptr [rdx+3680], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+640]
vmovdqa xmmword ptr [rdx+2480], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3120]
sha256msg1 xmm14, xmmword ptr [rdx+3136]
vmovdqa xmm12, xmmword ptr [rdx+3376]
sha256msg1 xmm12, xmmword ptr [rdx+3392]
vmovdqa xmm10, xmmword ptr [rdx+3632]
sha256msg1 xmm10, xmmword ptr [rdx+3648]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3152], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3408], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3664], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3184], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2016], xmm15
vmovq xmm0, qword ptr [rsi+2528]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1816]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2056]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2296]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2536]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1824]
sha256rnds2 xmm2, xmm1
vmovdqa xmmword ptr [rdx+3440], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2256], xmm15
vmovdqa xmmword ptr [rdx+3696], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+656]
vmovdqa xmmword ptr [rdx+2496], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3136]
sha256msg1 xmm13, xmmword ptr [rdx+3152]
vmovdqa xmm11, xmmword ptr [rdx+3392]
sha256msg1 xmm11, xmmword ptr [rdx+3408]
vmovdqa xmm9, xmmword ptr [rdx+3648]
sha256msg1 xmm9, xmmword ptr [rdx+3664]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3168], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3424], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3680], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3200], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2032], xmm15
vmovq xmm0, qword ptr [rsi+2064]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2304]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2544]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1832]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2072]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2312]
sha256rnds2 xmm5, xmm6
vmovdqa xmmword ptr [rdx+3456], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2272], xmm15
vmovdqa xmmword ptr [rdx+3712], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+672]
vmovdqa xmmword ptr [rdx+2512], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3152]
sha256msg1 xmm14, xmmword ptr [rdx+3168]
vmovdqa xmm12, xmmword ptr [rdx+3408]
sha256msg1 xmm12, xmmword ptr [rdx+3424]
vmovdqa xmm10, xmmword ptr [rdx+3664]
sha256msg1 xmm10, xmmword ptr [rdx+3680]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3184], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3440], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3696], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovdqa xmmword ptr [rdx+3216], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2048], xmm15
vmovq xmm0, qword ptr [rsi+2552]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1840]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2080]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2320]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2560]
sha256rnds2 xmm8, xmm7
vmovdqa xmmword ptr [rdx+3472], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2288], xmm15
vmovdqa xmmword ptr [rdx+3728], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+688]
vmovdqa xmmword ptr [rdx+2528], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3168]
sha256msg1 xmm13, xmmword ptr [rdx+3184]
vmovdqa xmm11, xmmword ptr [rdx+3424]
sha256msg1 xmm11, xmmword ptr [rdx+3440]
vmovdqa xmm9, xmmword ptr [rdx+3680]
sha256msg1 xmm9, xmmword ptr [rdx+3696]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3200], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3456], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3712], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1848]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2088]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2328]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2568]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1856]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2096]
sha256rnds2 xmm4, xmm3
vmovdqa xmmword ptr [rdx+3232], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2064], xmm15
vmovdqa xmmword ptr [rdx+3488], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2304], xmm15
vmovdqa xmmword ptr [rdx+3744], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+704]
vmovdqa xmmword ptr [rdx+2544], xmm15
vmovdqa xmm14, xmmword ptr [rdx+3184]
sha256msg1 xmm14, xmmword ptr [rdx+3200]
vmovdqa xmm12, xmmword ptr [rdx+3440]
sha256msg1 xmm12, xmmword ptr [rdx+3456]
vmovdqa xmm10, xmmword ptr [rdx+3696]
sha256msg1 xmm10, xmmword ptr [rdx+3712]
vpalignr xmm15, xmm13, xmmword ptr [rdx+3216], 4
vpaddd xmm14, xmm14, xmm15
vpalignr xmm15, xmm11, xmmword ptr [rdx+3472], 4
vpaddd xmm12, xmm12, xmm15
vpalignr xmm15, xmm9, xmmword ptr [rdx+3728], 4
vpaddd xmm10, xmm10, xmm15
sha256msg2 xmm14, xmm13
sha256msg2 xmm12, xmm11
sha256msg2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+2336]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2576]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1864]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2104]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2344]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2584]
sha256rnds2 xmm7, xmm8
vmovdqa xmmword ptr [rdx+3248], xmm14
vpaddd xmm15, xmm14, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2080], xmm15
vmovdqa xmmword ptr [rdx+3504], xmm12
vpaddd xmm15, xmm12, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2320], xmm15
vmovdqa xmmword ptr [rdx+3760], xmm10
vpaddd xmm15, xmm10, xmmword ptr [rdi+720]
vmovdqa xmmword ptr [rdx+2560], xmm15
vmovdqa xmm13, xmmword ptr [rdx+3200]
sha256msg1 xmm13, xmmword ptr [rdx+3216]
vmovdqa xmm11, xmmword ptr [rdx+3456]
sha256msg1 xmm11, xmmword ptr [rdx+3472]
vmovdqa xmm9, xmmword ptr [rdx+3712]
sha256msg1 xmm9, xmmword ptr [rdx+3728]
vpalignr xmm15, xmm14, xmmword ptr [rdx+3232], 4
vpaddd xmm13, xmm13, xmm15
vpalignr xmm15, xmm12, xmmword ptr [rdx+3488], 4
vpaddd xmm11, xmm11, xmm15
vpalignr xmm15, xmm10, xmmword ptr [rdx+3744], 4
vpaddd xmm9, xmm9, xmm15
sha256msg2 xmm13, xmm14
sha256msg2 xmm11, xmm12
sha256msg2 xmm9, xmm10
vmovq qword ptr [rdx+2992], xmm1
vmovq qword ptr [rdx+3000], xmm3
vmovq qword ptr [rdx+3008], xmm5
vmovq qword ptr [rdx+3016], xmm7
vmovdqa xmmword ptr [rdx+3264], xmm13
vpaddd xmm15, xmm13, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2096], xmm15
vmovdqa xmmword ptr [rdx+3520], xmm11
vpaddd xmm15, xmm11, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2336], xmm15
vmovdqa xmmword ptr [rdx+3776], xmm9
vpaddd xmm15, xmm9, xmmword ptr [rdi+736]
vmovdqa xmmword ptr [rdx+2576], xmm15
// test
vmovaps xmm13, xmmword ptr [rsi+2976]
vshufps xmm13, xmm13, xmmword ptr [rsi+2992], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps eax, xmm14
vmovaps xmm13, xmmword ptr [rsi+3008]
vshufps xmm13, xmm13, xmmword ptr [rsi+3024], 0xdd
vpaddd xmm13, xmm13, xmmword ptr [rdi+224]
vpshufb xmm13, xmm13, xmmword ptr [rdi+208]
vpminud xmm14, xmm13, xmmword ptr [rdi+240]
vpcmpeqd xmm14, xmm14, xmm13
vmovmskps r15d, xmm14
and r15d, 3
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
