// hybrid_nonce: written by `cargo xtask kernels`, do not edit.
mov eax, 10
kmovw k1, eax
.p2align 6
2:
vpbroadcastd xmm1{k1}{z}, dword ptr [rsi+3744]
vpbroadcastd xmm3{k1}{z}, dword ptr [rsi+3748]
vpbroadcastd xmm5{k1}{z}, dword ptr [rsi+3752]
vpbroadcastd xmm7{k1}{z}, dword ptr [rsi+3756]
vpbroadcastd xmm9{k1}{z}, dword ptr [rsi+3760]
vpbroadcastd xmm11{k1}{z}, dword ptr [rsi+3764]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+16]
vmovdqa xmm8, xmmword ptr [rdi+16]
vmovdqa xmm10, xmmword ptr [rdi+16]
vmovdqa xmm12, xmmword ptr [rdi+16]
vpaddd xmm1, xmm1, xmmword ptr [rdi+0]
vpaddd xmm3, xmm3, xmmword ptr [rdi+0]
vpaddd xmm5, xmm5, xmmword ptr [rdi+0]
vpaddd xmm7, xmm7, xmmword ptr [rdi+0]
vpaddd xmm9, xmm9, xmmword ptr [rdi+0]
vpaddd xmm11, xmm11, xmmword ptr [rdi+0]
vmovq xmm0, qword ptr [rdi+128]
sha256rnds2 xmm2, xmm1
// schedule 2: W0 to W7 from the states
vmovdqa32 ymm24, ymmword ptr [rsi+3392]
vmovdqa32 ymm25, ymmword ptr [rsi+3456]
vpunpckldq ymm26, ymm24, ymmword ptr [rsi+3424]
vpunpckhdq ymm27, ymm24, ymmword ptr [rsi+3424]
vpunpckldq ymm28, ymm25, ymmword ptr [rsi+3488]
vpunpckhdq ymm29, ymm25, ymmword ptr [rsi+3488]
vpunpcklqdq ymm21, ymm26, ymm28
vpaddd ymm21, ymm21, dword ptr [rdi+492]{1to8}
vpunpckhqdq ymm20, ymm26, ymm28
vpaddd ymm20, ymm20, dword ptr [rdi+488]{1to8}
vpunpcklqdq ymm17, ymm27, ymm29
vpaddd ymm17, ymm17, dword ptr [rdi+476]{1to8}
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vpunpckhqdq ymm16, ymm27, ymm29
vpaddd ymm16, ymm16, dword ptr [rdi+472]{1to8}
vmovdqa32 ymm24, ymmword ptr [rsi+3520]
vmovdqa32 ymm25, ymmword ptr [rsi+3584]
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vpunpckldq ymm26, ymm24, ymmword ptr [rsi+3552]
vpunpckhdq ymm27, ymm24, ymmword ptr [rsi+3552]
vpunpckldq ymm28, ymm25, ymmword ptr [rsi+3616]
vpunpckhdq ymm29, ymm25, ymmword ptr [rsi+3616]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rdi+136]
sha256rnds2 xmm1, xmm2
vpunpcklqdq ymm23, ymm26, ymm28
vpaddd ymm23, ymm23, dword ptr [rdi+500]{1to8}
vpunpckhqdq ymm22, ymm26, ymm28
vpaddd ymm22, ymm22, dword ptr [rdi+496]{1to8}
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vpunpcklqdq ymm19, ymm27, ymm29
vpaddd ymm19, ymm19, dword ptr [rdi+484]{1to8}
vpunpckhqdq ymm18, ymm27, ymm29
vpaddd ymm18, ymm18, dword ptr [rdi+480]{1to8}
sha256rnds2 xmm7, xmm8
sha256rnds2 xmm9, xmm10
vmovdqa32 ymmword ptr [rdx+3648], ymm16
// schedule 2: W1 to W60
vpaddd ymm13, ymm17, dword ptr [rdi+212]{1to8}
vpaddd ymm14, ymm18, dword ptr [rdi+216]{1to8}
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rdi+144]
sha256rnds2 xmm2, xmm1
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1472], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1504], ymm13
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vpaddd ymm13, ymm19, dword ptr [rdi+220]{1to8}
vpaddd ymm14, ymm20, dword ptr [rdi+224]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1536], ymm15
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1568], ymm13
vpaddd ymm13, ymm21, dword ptr [rdi+228]{1to8}
vpaddd ymm14, ymm22, dword ptr [rdi+232]{1to8}
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rdi+152]
sha256rnds2 xmm1, xmm2
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1600], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1632], ymm13
sha256rnds2 xmm3, xmm4
vpbroadcastd ymm14, dword ptr [rdi+464]
vpaddd ymm13, ymm23, dword ptr [rdi+236]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1664], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1696], ymm13
sha256rnds2 xmm5, xmm6
vprord ymm13, ymm17, 7
vprord ymm14, ymm17, 18
vpsrld ymm15, ymm17, 3
sha256rnds2 xmm7, xmm8
sha256rnds2 xmm9, xmm10
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rdi+160]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm13
vpbroadcastd ymm13, dword ptr [rdi+468]
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vpaddd ymm14, ymm16, dword ptr [rdi+272]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1920], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1952], ymm13
vprord ymm13, ymm18, 7
vprord ymm14, ymm18, 18
vpsrld ymm15, ymm18, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
sha256rnds2 xmm12, xmm11
vpaddd ymm17, ymm17, ymm13
vpaddd ymm17, ymm17, dword ptr [rdi+548]{1to8}
vprord ymm13, ymm19, 7
vmovq xmm0, qword ptr [rdi+168]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
vprord ymm14, ymm19, 18
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
sha256rnds2 xmm7, xmm8
sha256rnds2 xmm9, xmm10
sha256rnds2 xmm11, xmm12
vprord ymm13, ymm16, 17
vprord ymm14, ymm16, 19
vpsrld ymm15, ymm16, 10
vmovq xmm0, qword ptr [rdi+176]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
vpaddd ymm13, ymm17, dword ptr [rdi+276]{1to8}
vpaddd ymm14, ymm18, dword ptr [rdi+280]{1to8}
vpunpckldq ymm15, ymm13, ymm14
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vmovdqa ymmword ptr [rdx+1984], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2016], ymm13
vprord ymm13, ymm20, 7
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+0]
sha256rnds2 xmm1, xmm2
vprord ymm14, ymm20, 18
vpsrld ymm15, ymm20, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+8]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+32]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+40]
sha256rnds2 xmm7, xmm8
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm17, 17
vprord ymm14, ymm17, 19
vpsrld ymm15, ymm17, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm21, 7
vmovq xmm0, qword ptr [rsi+16]
sha256rnds2 xmm9, xmm10
vprord ymm14, ymm21, 18
vpsrld ymm15, ymm21, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+24]
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+64]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+72]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm18, 17
vprord ymm14, ymm18, 19
vmovq xmm0, qword ptr [rsi+96]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+104]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+80]
sha256rnds2 xmm10, xmm9
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vpaddd ymm13, ymm19, dword ptr [rdi+284]{1to8}
vpaddd ymm14, ymm20, dword ptr [rdi+288]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2048], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2080], ymm13
vprord ymm13, ymm22, 7
vmovq xmm0, qword ptr [rsi+88]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+128]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+136]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+160]
sha256rnds2 xmm5, xmm6
vprord ymm14, ymm22, 18
vpsrld ymm15, ymm22, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vmovq xmm0, qword ptr [rsi+168]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+144]
sha256rnds2 xmm9, xmm10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm13
vmovq xmm0, qword ptr [rsi+152]
sha256rnds2 xmm11, xmm12
vprord ymm13, ymm23, 7
vprord ymm14, ymm23, 18
vpsrld ymm15, ymm23, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+192]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+200]
sha256rnds2 xmm4, xmm3
vpaddd ymm22, ymm22, ymm13
vpaddd ymm22, ymm22, dword ptr [rdi+536]{1to8}
vprord ymm13, ymm20, 17
vmovq xmm0, qword ptr [rsi+224]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+232]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+208]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+216]
sha256rnds2 xmm12, xmm11
vprord ymm14, ymm20, 19
vpsrld ymm15, ymm20, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm13
vpaddd ymm13, ymm21, dword ptr [rdi+292]{1to8}
vpaddd ymm14, ymm22, dword ptr [rdi+296]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2112], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2144], ymm13
vpaddd ymm23, ymm23, ymm16
vmovq xmm0, qword ptr [rsi+256]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+264]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+288]
sha256rnds2 xmm5, xmm6
vpaddd ymm23, ymm23, dword ptr [rdi+552]{1to8}
vprord ymm13, ymm21, 17
vprord ymm14, ymm21, 19
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+296]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+272]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+280]
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+320]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm13, ymm17
vpaddd ymm24, ymm24, dword ptr [rdi+528]{1to8}
vpaddd ymm13, ymm23, dword ptr [rdi+300]{1to8}
vpaddd ymm14, ymm24, dword ptr [rdi+304]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+328]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+352]
sha256rnds2 xmm6, xmm5
vmovdqa ymmword ptr [rdx+2176], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2208], ymm13
vprord ymm13, ymm23, 17
vprord ymm14, ymm23, 19
vmovq xmm0, qword ptr [rsi+360]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+336]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+344]
sha256rnds2 xmm12, xmm11
vpsrld ymm15, ymm23, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm13, ymm18
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vpsrld ymm15, ymm24, 10
vmovq xmm0, qword ptr [rsi+384]
sha256rnds2 xmm1, xmm2
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm13, ymm19
vmovq xmm0, qword ptr [rsi+392]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+416]
sha256rnds2 xmm5, xmm6
vpaddd ymm13, ymm25, dword ptr [rdi+308]{1to8}
vpaddd ymm14, ymm26, dword ptr [rdi+312]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+424]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+400]
sha256rnds2 xmm9, xmm10
vmovdqa ymmword ptr [rdx+2240], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2272], ymm13
vprord ymm13, ymm25, 17
vprord ymm14, ymm25, 19
vpsrld ymm15, ymm25, 10
vmovq xmm0, qword ptr [rsi+408]
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+448]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+456]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm13, ymm20
vmovq xmm0, qword ptr [rsi+480]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+488]
sha256rnds2 xmm8, xmm7
vprord ymm13, ymm26, 17
vprord ymm14, ymm26, 19
vpsrld ymm15, ymm26, 10
vmovq xmm0, qword ptr [rsi+464]
sha256rnds2 xmm10, xmm9
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm13, ymm21
vpaddd ymm13, ymm27, dword ptr [rdi+316]{1to8}
vpaddd ymm14, ymm28, dword ptr [rdi+320]{1to8}
vmovq xmm0, qword ptr [rsi+472]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+512]
sha256rnds2 xmm1, xmm2
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2304], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2336], ymm13
vprord ymm13, ymm27, 17
vmovq xmm0, qword ptr [rsi+520]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+544]
sha256rnds2 xmm5, xmm6
vprord ymm14, ymm27, 19
vpsrld ymm15, ymm27, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm29, ymm13, ymm22
vmovq xmm0, qword ptr [rsi+552]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+528]
sha256rnds2 xmm9, xmm10
vprord ymm13, ymm28, 17
vprord ymm14, ymm28, 19
vpsrld ymm15, ymm28, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+536]
sha256rnds2 xmm11, xmm12
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm13, ymm23
vpaddd ymm30, ymm30, dword ptr [rdi+544]{1to8}
vmovq xmm0, qword ptr [rsi+576]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+584]
sha256rnds2 xmm4, xmm3
vpaddd ymm13, ymm29, dword ptr [rdi+324]{1to8}
vpaddd ymm14, ymm30, dword ptr [rdi+328]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2368], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+608]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+616]
sha256rnds2 xmm8, xmm7
vmovdqa ymmword ptr [rdx+2400], ymm13
vprord ymm13, ymm16, 7
vprord ymm14, ymm16, 18
vpsrld ymm15, ymm16, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+592]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+600]
sha256rnds2 xmm12, xmm11
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm13, ymm24
vpaddd ymm31, ymm31, dword ptr [rdi+536]{1to8}
vprord ymm13, ymm29, 17
vprord ymm14, ymm29, 19
vmovq xmm0, qword ptr [rsi+640]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+648]
sha256rnds2 xmm3, xmm4
vpsrld ymm15, ymm29, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm31, ymm13
vprord ymm13, ymm17, 7
vmovq xmm0, qword ptr [rsi+672]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+680]
sha256rnds2 xmm7, xmm8
vprord ymm14, ymm17, 18
vpsrld ymm15, ymm17, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm25
vmovq xmm0, qword ptr [rsi+656]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+664]
sha256rnds2 xmm11, xmm12
vpaddd ymm16, ymm16, ymm13
vprord ymm13, ymm30, 17
vprord ymm14, ymm30, 19
vpsrld ymm15, ymm30, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+704]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+712]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm13
vpaddd ymm13, ymm31, dword ptr [rdi+332]{1to8}
vpaddd ymm14, ymm16, dword ptr [rdi+336]{1to8}
vmovq xmm0, qword ptr [rsi+736]
sha256rnds2 xmm6, xmm5
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2432], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+744]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+720]
sha256rnds2 xmm10, xmm9
vmovdqa ymmword ptr [rdx+2464], ymm13
vprord ymm13, ymm18, 7
vprord ymm14, ymm18, 18
vpsrld ymm15, ymm18, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+728]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+768]
sha256rnds2 xmm1, xmm2
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm17, ymm26
vpaddd ymm17, ymm17, ymm13
vprord ymm13, ymm31, 17
vprord ymm14, ymm31, 19
vmovq xmm0, qword ptr [rsi+776]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+800]
sha256rnds2 xmm5, xmm6
vpsrld ymm15, ymm31, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm17, ymm13
vprord ymm13, ymm19, 7
vmovq xmm0, qword ptr [rsi+808]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+784]
sha256rnds2 xmm9, xmm10
vprord ymm14, ymm19, 18
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm27
vmovq xmm0, qword ptr [rsi+792]
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+832]
sha256rnds2 xmm2, xmm1
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm16, 17
vprord ymm14, ymm16, 19
vpsrld ymm15, ymm16, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+840]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
vpaddd ymm13, ymm17, dword ptr [rdi+340]{1to8}
vpaddd ymm14, ymm18, dword ptr [rdi+344]{1to8}
vmovq xmm0, qword ptr [rsi+864]
sha256rnds2 xmm6, xmm5
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2496], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+872]
sha256rnds2 xmm8, xmm7
vmovdqa ymmword ptr [rdx+2528], ymm13
vprord ymm13, ymm20, 7
vprord ymm14, ymm20, 18
vmovq xmm0, qword ptr [rsi+848]
sha256rnds2 xmm10, xmm9
vpsrld ymm15, ymm20, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm28
vmovq xmm0, qword ptr [rsi+856]
sha256rnds2 xmm12, xmm11
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm17, 17
vprord ymm14, ymm17, 19
vmovq xmm0, qword ptr [rsi+896]
sha256rnds2 xmm1, xmm2
vpsrld ymm15, ymm17, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+904]
sha256rnds2 xmm3, xmm4
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm21, 7
vprord ymm14, ymm21, 18
vpsrld ymm15, ymm21, 3
vmovq xmm0, qword ptr [rsi+928]
sha256rnds2 xmm5, xmm6
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm29
vmovq xmm0, qword ptr [rsi+936]
sha256rnds2 xmm7, xmm8
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm18, 17
vprord ymm14, ymm18, 19
vmovq xmm0, qword ptr [rsi+912]
sha256rnds2 xmm9, xmm10
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vpaddd ymm13, ymm19, dword ptr [rdi+348]{1to8}
vpaddd ymm14, ymm20, dword ptr [rdi+352]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+920]
sha256rnds2 xmm11, xmm12
vmovq xmm0, qword ptr [rsi+960]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+968]
sha256rnds2 xmm4, xmm3
vmovdqa ymmword ptr [rdx+2560], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2592], ymm13
vprord ymm13, ymm22, 7
vprord ymm14, ymm22, 18
vpsrld ymm15, ymm22, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm30
vpaddd ymm21, ymm21, ymm13
vmovq xmm0, qword ptr [rsi+992]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1000]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+976]
sha256rnds2 xmm10, xmm9
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm23, 7
vprord ymm14, ymm23, 18
vpsrld ymm15, ymm23, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+984]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+1024]
sha256rnds2 xmm1, xmm2
vpaddd ymm22, ymm22, ymm31
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm20, 17
vprord ymm14, ymm20, 19
vmovq xmm0, qword ptr [rsi+1032]
sha256rnds2 xmm3, xmm4
vpsrld ymm15, ymm20, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm13
vpaddd ymm13, ymm21, dword ptr [rdi+356]{1to8}
vpaddd ymm14, ymm22, dword ptr [rdi+360]{1to8}
vmovq xmm0, qword ptr [rsi+1056]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1064]
sha256rnds2 xmm7, xmm8
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2624], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2656], ymm13
vprord ymm13, ymm24, 7
vmovq xmm0, qword ptr [rsi+1040]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1048]
sha256rnds2 xmm11, xmm12
vprord ymm14, ymm24, 18
vpsrld ymm15, ymm24, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1088]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1096]
sha256rnds2 xmm4, xmm3
vpaddd ymm23, ymm23, ymm16
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm21, 17
vprord ymm14, ymm21, 19
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1120]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1128]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1104]
sha256rnds2 xmm10, xmm9
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm25, 7
vprord ymm14, ymm25, 18
vpsrld ymm15, ymm25, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1112]
sha256rnds2 xmm12, xmm11
vpaddd ymm24, ymm24, ymm17
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm13
vpaddd ymm13, ymm23, dword ptr [rdi+364]{1to8}
vpaddd ymm14, ymm24, dword ptr [rdi+368]{1to8}
vmovq xmm0, qword ptr [rsi+1152]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1160]
sha256rnds2 xmm3, xmm4
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2688], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2720], ymm13
vprord ymm13, ymm26, 7
vprord ymm14, ymm26, 18
vpsrld ymm15, ymm26, 3
vmovq xmm0, qword ptr [rsi+1184]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1192]
sha256rnds2 xmm7, xmm8
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm18
vpaddd ymm25, ymm25, ymm13
vprord ymm13, ymm23, 17
vmovq xmm0, qword ptr [rsi+1168]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1176]
sha256rnds2 xmm11, xmm12
vprord ymm14, ymm23, 19
vpsrld ymm15, ymm23, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm13
vprord ymm13, ymm27, 7
vprord ymm14, ymm27, 18
vpsrld ymm15, ymm27, 3
vmovq xmm0, qword ptr [rsi+1216]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1224]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1248]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm19
vpaddd ymm26, ymm26, ymm13
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vpsrld ymm15, ymm24, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm13
vpaddd ymm13, ymm25, dword ptr [rdi+372]{1to8}
vpaddd ymm14, ymm26, dword ptr [rdi+376]{1to8}
vmovq xmm0, qword ptr [rsi+1256]
sha256rnds2 xmm8, xmm7
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2752], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1232]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+1240]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+1280]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1288]
sha256rnds2 xmm3, xmm4
vmovdqa ymmword ptr [rdx+2784], ymm13
vprord ymm13, ymm28, 7
vprord ymm14, ymm28, 18
vpsrld ymm15, ymm28, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm20
vmovq xmm0, qword ptr [rsi+1312]
sha256rnds2 xmm5, xmm6
vpaddd ymm27, ymm27, ymm13
vprord ymm13, ymm25, 17
vprord ymm14, ymm25, 19
vmovq xmm0, qword ptr [rsi+1320]
sha256rnds2 xmm7, xmm8
vpsrld ymm15, ymm25, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm13
vprord ymm13, ymm29, 7
vprord ymm14, ymm29, 18
vpsrld ymm15, ymm29, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm21
vmovq xmm0, qword ptr [rsi+1296]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1304]
sha256rnds2 xmm11, xmm12
vpaddd ymm28, ymm28, ymm13
vprord ymm13, ymm26, 17
vprord ymm14, ymm26, 19
vmovq xmm0, qword ptr [rsi+1344]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1352]
sha256rnds2 xmm4, xmm3
vpsrld ymm15, ymm26, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm13
vmovq xmm0, qword ptr [rsi+1376]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1384]
sha256rnds2 xmm8, xmm7
vpaddd ymm13, ymm27, dword ptr [rdi+380]{1to8}
vpaddd ymm14, ymm28, dword ptr [rdi+384]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2816], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2848], ymm13
vprord ymm13, ymm30, 7
vprord ymm14, ymm30, 18
vpsrld ymm15, ymm30, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm29, ymm29, ymm22
vpaddd ymm29, ymm29, ymm13
vmovq xmm0, qword ptr [rsi+1360]
sha256rnds2 xmm10, xmm9
vprord ymm13, ymm27, 17
vprord ymm14, ymm27, 19
vpsrld ymm15, ymm27, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1368]
sha256rnds2 xmm12, xmm11
vmovq xmm0, qword ptr [rsi+1408]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1416]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1440]
sha256rnds2 xmm5, xmm6
vpxor ymm13, ymm13, ymm15
vpaddd ymm29, ymm29, ymm13
vprord ymm13, ymm31, 7
vprord ymm14, ymm31, 18
vpsrld ymm15, ymm31, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm23
vpaddd ymm30, ymm30, ymm13
vmovq xmm0, qword ptr [rsi+1448]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1424]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1432]
sha256rnds2 xmm11, xmm12
vprord ymm13, ymm28, 17
vprord ymm14, ymm28, 19
vpsrld ymm15, ymm28, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm13
vpaddd ymm13, ymm29, dword ptr [rdi+388]{1to8}
vpaddd ymm14, ymm30, dword ptr [rdi+392]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2880], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2912], ymm13
vprord ymm13, ymm16, 7
vprord ymm14, ymm16, 18
vmovdqa xmmword ptr [rdx+3392], xmm1
vmovdqa xmmword ptr [rdx+3424], xmm3
vmovdqa xmmword ptr [rdx+3456], xmm5
vmovdqa xmmword ptr [rdx+3488], xmm7
vmovdqa xmmword ptr [rdx+3408], xmm9
vmovdqa xmmword ptr [rdx+3440], xmm11
vmovdqa xmmword ptr [rdx+3520], xmm2
vmovdqa xmmword ptr [rdx+3552], xmm4
vmovdqa xmmword ptr [rdx+3584], xmm6
vmovdqa xmmword ptr [rdx+3616], xmm8
vmovdqa xmmword ptr [rdx+3536], xmm10
vmovdqa xmmword ptr [rdx+3568], xmm12
vpbroadcastd xmm1{k1}{z}, dword ptr [rsi+3768]
vpbroadcastd xmm3{k1}{z}, dword ptr [rsi+3772]
vpbroadcastd xmm5{k1}{z}, dword ptr [rsi+3648]
vpbroadcastd xmm7{k1}{z}, dword ptr [rsi+3652]
vpbroadcastd xmm9{k1}{z}, dword ptr [rsi+3656]
vmovdqa xmm2, xmmword ptr [rdi+16]
vmovdqa xmm4, xmmword ptr [rdi+16]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovdqa xmm10, xmmword ptr [rdi+48]
vpaddd xmm1, xmm1, xmmword ptr [rdi+0]
vpaddd xmm3, xmm3, xmmword ptr [rdi+0]
vpaddd xmm5, xmm5, xmmword ptr [rdi+32]
vpaddd xmm7, xmm7, xmmword ptr [rdi+32]
vpaddd xmm9, xmm9, xmmword ptr [rdi+32]
vmovq xmm0, qword ptr [rdi+128]
sha256rnds2 xmm2, xmm1
vpsrld ymm15, ymm16, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm31, ymm24
vpaddd ymm31, ymm31, ymm13
vprord ymm13, ymm29, 17
vprord ymm14, ymm29, 19
vpsrld ymm15, ymm29, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm31, ymm13
vprord ymm13, ymm17, 7
vprord ymm14, ymm17, 18
vpsrld ymm15, ymm17, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm25
vpaddd ymm16, ymm16, ymm13
vprord ymm13, ymm30, 17
vprord ymm14, ymm30, 19
vpsrld ymm15, ymm30, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm13
vpaddd ymm13, ymm31, dword ptr [rdi+396]{1to8}
vpaddd ymm14, ymm16, dword ptr [rdi+400]{1to8}
vpunpckldq ymm15, ymm13, ymm14
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1472]
sha256rnds2 xmm6, xmm5
vmovdqa ymmword ptr [rdx+2944], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+2976], ymm13
vprord ymm13, ymm18, 7
vprord ymm14, ymm18, 18
vmovq xmm0, qword ptr [rsi+1480]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1504]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rdi+136]
sha256rnds2 xmm1, xmm2
vpsrld ymm15, ymm18, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm17, ymm26
vpaddd ymm17, ymm17, ymm13
vprord ymm13, ymm31, 17
sha256rnds2 xmm3, xmm4
vprord ymm14, ymm31, 19
vpsrld ymm15, ymm31, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm17, ymm13
vmovq xmm0, qword ptr [rsi+1536]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1544]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1568]
sha256rnds2 xmm9, xmm10
vprord ymm13, ymm19, 7
vprord ymm14, ymm19, 18
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm27
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm16, 17
vprord ymm14, ymm16, 19
vpsrld ymm15, ymm16, 10
vmovq xmm0, qword ptr [rdi+144]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1600]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1608]
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
vpaddd ymm13, ymm17, dword ptr [rdi+404]{1to8}
vpaddd ymm14, ymm18, dword ptr [rdi+408]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3008], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1632]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rdi+152]
sha256rnds2 xmm1, xmm2
vmovdqa ymmword ptr [rdx+3040], ymm13
vprord ymm13, ymm20, 7
vprord ymm14, ymm20, 18
sha256rnds2 xmm3, xmm4
vpsrld ymm15, ymm20, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm28
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm17, 17
vprord ymm14, ymm17, 19
vmovq xmm0, qword ptr [rsi+1664]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1672]
sha256rnds2 xmm7, xmm8
vpsrld ymm15, ymm17, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm21, 7
vprord ymm14, ymm21, 18
vpsrld ymm15, ymm21, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1696]
sha256rnds2 xmm9, xmm10
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm29
vpaddd ymm20, ymm20, ymm13
vmovq xmm0, qword ptr [rdi+160]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vprord ymm13, ymm18, 17
vprord ymm14, ymm18, 19
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rdi+184]
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vpaddd ymm13, ymm19, dword ptr [rdi+412]{1to8}
vpaddd ymm14, ymm20, dword ptr [rdi+416]{1to8}
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rdi+168]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3072], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rdi+192]
sha256rnds2 xmm5, xmm6
vmovdqa ymmword ptr [rdx+3104], ymm13
vprord ymm13, ymm22, 7
vprord ymm14, ymm22, 18
vpsrld ymm15, ymm22, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
sha256rnds2 xmm7, xmm8
sha256rnds2 xmm9, xmm10
vpaddd ymm21, ymm21, ymm30
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm23, 7
vprord ymm14, ymm23, 18
vpsrld ymm15, ymm23, 3
vmovq xmm0, qword ptr [rdi+176]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rdi+200]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm31
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm20, 17
vprord ymm14, ymm20, 19
vpsrld ymm15, ymm20, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm13
sha256rnds2 xmm8, xmm7
vpaddd ymm13, ymm21, dword ptr [rdi+420]{1to8}
vpaddd ymm14, ymm22, dword ptr [rdi+424]{1to8}
vpunpckldq ymm15, ymm13, ymm14
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+48]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+56]
sha256rnds2 xmm3, xmm4
vmovdqa ymmword ptr [rdx+3136], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3168], ymm13
vprord ymm13, ymm24, 7
vprord ymm14, ymm24, 18
vpsrld ymm15, ymm24, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1920]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1928]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1952]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+112]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm16
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm21, 17
vprord ymm14, ymm21, 19
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm13
vmovq xmm0, qword ptr [rsi+120]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1984]
sha256rnds2 xmm6, xmm5
vprord ymm13, ymm25, 7
vprord ymm14, ymm25, 18
vpsrld ymm15, ymm25, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm17
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vmovq xmm0, qword ptr [rsi+1992]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2016]
sha256rnds2 xmm10, xmm9
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm13
vpaddd ymm13, ymm23, dword ptr [rdi+428]{1to8}
vpaddd ymm14, ymm24, dword ptr [rdi+432]{1to8}
vmovq xmm0, qword ptr [rsi+176]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+184]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2048]
sha256rnds2 xmm5, xmm6
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3200], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3232], ymm13
vmovq xmm0, qword ptr [rsi+2056]
sha256rnds2 xmm7, xmm8
vprord ymm13, ymm26, 7
vprord ymm14, ymm26, 18
vpsrld ymm15, ymm26, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm18
vpaddd ymm25, ymm25, ymm13
vprord ymm13, ymm23, 17
vmovq xmm0, qword ptr [rsi+2080]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+240]
sha256rnds2 xmm2, xmm1
vprord ymm14, ymm23, 19
vpsrld ymm15, ymm23, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+248]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2112]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm13
vprord ymm13, ymm27, 7
vprord ymm14, ymm27, 18
vpsrld ymm15, ymm27, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2120]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2144]
sha256rnds2 xmm10, xmm9
vpaddd ymm26, ymm26, ymm19
vpaddd ymm26, ymm26, ymm13
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vpsrld ymm15, ymm24, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+304]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+312]
sha256rnds2 xmm3, xmm4
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm13
vpaddd ymm13, ymm25, dword ptr [rdi+436]{1to8}
vmovq xmm0, qword ptr [rsi+2176]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2184]
sha256rnds2 xmm7, xmm8
vpaddd ymm14, ymm26, dword ptr [rdi+440]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3264], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2208]
sha256rnds2 xmm9, xmm10
vmovdqa ymmword ptr [rdx+3296], ymm13
vprord ymm13, ymm28, 7
vprord ymm14, ymm28, 18
vmovq xmm0, qword ptr [rsi+368]
sha256rnds2 xmm2, xmm1
vpsrld ymm15, ymm28, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm20
vpaddd ymm27, ymm27, ymm13
vprord ymm13, ymm25, 17
vprord ymm14, ymm25, 19
vpsrld ymm15, ymm25, 10
vmovq xmm0, qword ptr [rsi+376]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2240]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm13
vmovq xmm0, qword ptr [rsi+2248]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2272]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+432]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+440]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2304]
sha256rnds2 xmm5, xmm6
vprord ymm13, ymm29, 7
vprord ymm14, ymm29, 18
vpsrld ymm15, ymm29, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2312]
sha256rnds2 xmm7, xmm8
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm21
vpaddd ymm28, ymm28, ymm13
vprord ymm13, ymm26, 17
vprord ymm14, ymm26, 19
vpsrld ymm15, ymm26, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm13
vpaddd ymm13, ymm27, dword ptr [rdi+444]{1to8}
vpaddd ymm14, ymm28, dword ptr [rdi+448]{1to8}
vmovq xmm0, qword ptr [rsi+2336]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+496]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+504]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2368]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2376]
sha256rnds2 xmm8, xmm7
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3328], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+3360], ymm13
// schedule 1: the nonces, W3
vpbroadcastd ymm13, r11d
vpaddd ymm13, ymm13, ymmword ptr [rdi+64]
vpshufb ymm13, ymm13, ymmword ptr [rdi+96]
vmovdqa32 ymm19, ymm13
vmovdqa ymmword ptr [rdx+3744], ymm13
vmovq xmm0, qword ptr [rsi+2400]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+560]
sha256rnds2 xmm1, xmm2
add r11d, 8
// schedule 1: W18 to W63
vprord ymm13, ymm19, 7
vprord ymm14, ymm19, 18
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm13, dword ptr [rdi+512]{1to8}
vpaddd ymm19, ymm19, dword ptr [rdi+516]{1to8}
vmovq xmm0, qword ptr [rsi+568]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2432]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2440]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2464]
sha256rnds2 xmm9, xmm10
vpaddd ymm13, ymm18, dword ptr [rdi+280]{1to8}
vpaddd ymm14, ymm19, dword ptr [rdi+284]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+0], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+32], ymm13
vprord ymm13, ymm18, 17
vprord ymm14, ymm18, 19
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+624]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+632]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2496]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm13, dword ptr [rdi+528]{1to8}
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2504]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2528]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+688]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+696]
sha256rnds2 xmm3, xmm4
vmovdqa32 ymm21, ymm13
vpaddd ymm13, ymm20, dword ptr [rdi+288]{1to8}
vpaddd ymm14, ymm21, dword ptr [rdi+292]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+64], ymm15
vmovq xmm0, qword ptr [rsi+2560]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2568]
sha256rnds2 xmm7, xmm8
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+96], ymm13
vprord ymm13, ymm20, 17
vprord ymm14, ymm20, 19
vpsrld ymm15, ymm20, 10
vmovq xmm0, qword ptr [rsi+2592]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+752]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm13, dword ptr [rdi+532]{1to8}
vprord ymm13, ymm21, 17
vprord ymm14, ymm21, 19
vmovq xmm0, qword ptr [rsi+760]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2624]
sha256rnds2 xmm6, xmm5
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm13, dword ptr [rdi+504]{1to8}
vpaddd ymm13, ymm22, dword ptr [rdi+296]{1to8}
vmovq xmm0, qword ptr [rsi+2632]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2656]
sha256rnds2 xmm10, xmm9
vpaddd ymm14, ymm23, dword ptr [rdi+300]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+128], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+160], ymm13
vmovq xmm0, qword ptr [rsi+816]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+824]
sha256rnds2 xmm3, xmm4
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2688]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2696]
sha256rnds2 xmm7, xmm8
vpaddd ymm24, ymm13, dword ptr [rdi+508]{1to8}
vprord ymm13, ymm23, 17
vprord ymm14, ymm23, 19
vpsrld ymm15, ymm23, 10
vmovq xmm0, qword ptr [rsi+2720]
sha256rnds2 xmm9, xmm10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm13, ymm18
vmovq xmm0, qword ptr [rsi+880]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+888]
sha256rnds2 xmm4, xmm3
vpaddd ymm13, ymm24, dword ptr [rdi+304]{1to8}
vpaddd ymm14, ymm25, dword ptr [rdi+308]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+192], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2752]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2760]
sha256rnds2 xmm8, xmm7
vmovdqa ymmword ptr [rdx+224], ymm13
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vpsrld ymm15, ymm24, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2784]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+944]
sha256rnds2 xmm1, xmm2
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm13, ymm19
vprord ymm13, ymm25, 17
vprord ymm14, ymm25, 19
vpsrld ymm15, ymm25, 10
vmovq xmm0, qword ptr [rsi+952]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2816]
sha256rnds2 xmm5, xmm6
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm13, ymm20
vpaddd ymm13, ymm26, dword ptr [rdi+312]{1to8}
vpaddd ymm14, ymm27, dword ptr [rdi+316]{1to8}
vmovq xmm0, qword ptr [rsi+2824]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2848]
sha256rnds2 xmm9, xmm10
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+256], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+288], ymm13
vprord ymm13, ymm26, 17
vmovq xmm0, qword ptr [rsi+1008]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1016]
sha256rnds2 xmm4, xmm3
vprord ymm14, ymm26, 19
vpsrld ymm15, ymm26, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm13, ymm21
vmovq xmm0, qword ptr [rsi+2880]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2888]
sha256rnds2 xmm8, xmm7
vprord ymm13, ymm27, 17
vprord ymm14, ymm27, 19
vpsrld ymm15, ymm27, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2912]
sha256rnds2 xmm10, xmm9
vpxor ymm13, ymm13, ymm15
vpaddd ymm29, ymm13, ymm22
vpaddd ymm13, ymm28, dword ptr [rdi+320]{1to8}
vmovq xmm0, qword ptr [rsi+1072]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1080]
sha256rnds2 xmm3, xmm4
vpaddd ymm14, ymm29, dword ptr [rdi+324]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+320], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+352], ymm13
vmovq xmm0, qword ptr [rsi+2944]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2952]
sha256rnds2 xmm7, xmm8
vprord ymm13, ymm28, 17
vprord ymm14, ymm28, 19
vpsrld ymm15, ymm28, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2976]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1136]
sha256rnds2 xmm2, xmm1
vpaddd ymm30, ymm13, ymm23
vpaddd ymm30, ymm30, dword ptr [rdi+540]{1to8}
vprord ymm13, ymm29, 17
vprord ymm14, ymm29, 19
vmovq xmm0, qword ptr [rsi+1144]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3008]
sha256rnds2 xmm6, xmm5
vpsrld ymm15, ymm29, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm13, ymm24
vmovq xmm0, qword ptr [rsi+3016]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+3040]
sha256rnds2 xmm10, xmm9
vpaddd ymm31, ymm31, dword ptr [rdi+520]{1to8}
vpaddd ymm13, ymm30, dword ptr [rdi+328]{1to8}
vpaddd ymm14, ymm31, dword ptr [rdi+332]{1to8}
vmovq xmm0, qword ptr [rsi+1200]
sha256rnds2 xmm1, xmm2
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+384], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+416], ymm13
vprord ymm13, ymm30, 17
vmovq xmm0, qword ptr [rsi+1208]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3072]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3080]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3104]
sha256rnds2 xmm9, xmm10
vprord ymm14, ymm30, 19
vpsrld ymm15, ymm30, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm13, ymm25
vpaddd ymm16, ymm16, dword ptr [rdi+524]{1to8}
vprord ymm13, ymm18, 7
vmovq xmm0, qword ptr [rsi+1264]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1272]
sha256rnds2 xmm4, xmm3
vprord ymm14, ymm18, 18
vpsrld ymm15, ymm18, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm13, ymm26
vpaddd ymm17, ymm17, dword ptr [rdi+508]{1to8}
vmovq xmm0, qword ptr [rsi+3136]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3144]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+3168]
sha256rnds2 xmm10, xmm9
vprord ymm13, ymm31, 17
vprord ymm14, ymm31, 19
vpsrld ymm15, ymm31, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1328]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1336]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3200]
sha256rnds2 xmm5, xmm6
vpaddd ymm17, ymm17, ymm13
vpaddd ymm13, ymm16, dword ptr [rdi+336]{1to8}
vpaddd ymm14, ymm17, dword ptr [rdi+340]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+448], ymm15
vmovq xmm0, qword ptr [rsi+3208]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3232]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+1392]
sha256rnds2 xmm2, xmm1
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+480], ymm13
vprord ymm13, ymm19, 7
vmovq xmm0, qword ptr [rsi+1400]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+3264]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3272]
sha256rnds2 xmm8, xmm7
vprord ymm14, ymm19, 18
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm27
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm16, 17
vmovq xmm0, qword ptr [rsi+3296]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+1456]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1464]
sha256rnds2 xmm3, xmm4
vprord ymm14, ymm16, 19
vpsrld ymm15, ymm16, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3328]
sha256rnds2 xmm5, xmm6
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm20, 7
vprord ymm14, ymm20, 18
vpsrld ymm15, ymm20, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3336]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3360]
sha256rnds2 xmm9, xmm10
vmovdqa xmmword ptr [rdx+3472], xmm1
vmovdqa xmmword ptr [rdx+3504], xmm3
vmovq qword ptr [rdx+3680], xmm5
vmovq qword ptr [rdx+3688], xmm7
vmovq qword ptr [rdx+3712], xmm9
vmovdqa xmmword ptr [rdx+3600], xmm2
vmovdqa xmmword ptr [rdx+3632], xmm4
vpbroadcastd xmm1{k1}{z}, dword ptr [rsi+3660]
vpbroadcastd xmm3{k1}{z}, dword ptr [rsi+3664]
vpbroadcastd xmm5{k1}{z}, dword ptr [rsi+3668]
vpbroadcastd xmm7{k1}{z}, dword ptr [rsi+3672]
vpbroadcastd xmm9{k1}{z}, dword ptr [rsi+3676]
vmovdqa xmm2, xmmword ptr [rdi+48]
vmovdqa xmm4, xmmword ptr [rdi+48]
vmovdqa xmm6, xmmword ptr [rdi+48]
vmovdqa xmm8, xmmword ptr [rdi+48]
vmovdqa xmm10, xmmword ptr [rdi+48]
vpaddd xmm1, xmm1, xmmword ptr [rdi+32]
vpaddd xmm3, xmm3, xmmword ptr [rdi+32]
vpaddd xmm5, xmm5, xmmword ptr [rdi+32]
vpaddd xmm7, xmm7, xmmword ptr [rdi+32]
vpaddd xmm9, xmm9, xmmword ptr [rdi+32]
vmovq xmm0, qword ptr [rsi+1512]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm28
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm17, 17
vprord ymm14, ymm17, 19
vpsrld ymm15, ymm17, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm13
vpaddd ymm13, ymm18, dword ptr [rdi+344]{1to8}
vpaddd ymm14, ymm19, dword ptr [rdi+348]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+512], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+544], ymm13
vprord ymm13, ymm21, 7
vprord ymm14, ymm21, 18
vmovq xmm0, qword ptr [rsi+1488]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1496]
sha256rnds2 xmm6, xmm5
vpsrld ymm15, ymm21, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1520]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+1528]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+1576]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1552]
sha256rnds2 xmm3, xmm4
vpaddd ymm20, ymm20, ymm29
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm18, 17
vprord ymm14, ymm18, 19
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm22, 7
vmovq xmm0, qword ptr [rsi+1560]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+1584]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1592]
sha256rnds2 xmm9, xmm10
vprord ymm14, ymm22, 18
vpsrld ymm15, ymm22, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1640]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+1616]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+1624]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+1648]
sha256rnds2 xmm8, xmm7
vpaddd ymm21, ymm21, ymm30
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+1656]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+1704]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1680]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+1688]
sha256rnds2 xmm5, xmm6
vpaddd ymm21, ymm21, ymm13
vpaddd ymm13, ymm20, dword ptr [rdi+352]{1to8}
vpaddd ymm14, ymm21, dword ptr [rdi+356]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+1712]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1720]
sha256rnds2 xmm9, xmm10
vmovdqa ymmword ptr [rdx+576], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+608], ymm13
vprord ymm13, ymm23, 7
vprord ymm14, ymm23, 18
vpsrld ymm15, ymm23, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm31
vmovq xmm0, qword ptr [rdi+184]
sha256rnds2 xmm2, xmm1
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm20, 17
vprord ymm14, ymm20, 19
vpsrld ymm15, ymm20, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm24, 7
vprord ymm14, ymm24, 18
vmovq xmm0, qword ptr [rdi+192]
sha256rnds2 xmm1, xmm2
sha256rnds2 xmm3, xmm4
sha256rnds2 xmm5, xmm6
sha256rnds2 xmm7, xmm8
vpsrld ymm15, ymm24, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
sha256rnds2 xmm9, xmm10
vpaddd ymm23, ymm23, ymm16
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm21, 17
vmovq xmm0, qword ptr [rdi+200]
sha256rnds2 xmm2, xmm1
vprord ymm14, ymm21, 19
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm13
vpaddd ymm13, ymm22, dword ptr [rdi+360]{1to8}
vpaddd ymm14, ymm23, dword ptr [rdi+364]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+640], ymm15
sha256rnds2 xmm4, xmm3
sha256rnds2 xmm6, xmm5
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+672], ymm13
vprord ymm13, ymm25, 7
vprord ymm14, ymm25, 18
vpsrld ymm15, ymm25, 3
vpxor ymm13, ymm13, ymm14
sha256rnds2 xmm8, xmm7
sha256rnds2 xmm10, xmm9
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm17
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm26, 7
vprord ymm14, ymm26, 18
vpsrld ymm15, ymm26, 3
vmovq xmm0, qword ptr [rsi+1960]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+1936]
sha256rnds2 xmm3, xmm4
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm18
vpaddd ymm25, ymm25, ymm13
vmovq xmm0, qword ptr [rsi+1944]
sha256rnds2 xmm5, xmm6
vprord ymm13, ymm23, 17
vprord ymm14, ymm23, 19
vpsrld ymm15, ymm23, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm13
vpaddd ymm13, ymm24, dword ptr [rdi+368]{1to8}
vmovq xmm0, qword ptr [rsi+1968]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+1976]
sha256rnds2 xmm9, xmm10
vpaddd ymm14, ymm25, dword ptr [rdi+372]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+704], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+736], ymm13
vprord ymm13, ymm27, 7
vprord ymm14, ymm27, 18
vmovq xmm0, qword ptr [rsi+2024]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2000]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2008]
sha256rnds2 xmm6, xmm5
vpsrld ymm15, ymm27, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm19
vpaddd ymm26, ymm26, ymm13
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vmovq xmm0, qword ptr [rsi+2032]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+2040]
sha256rnds2 xmm10, xmm9
vpsrld ymm15, ymm24, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm13
vprord ymm13, ymm28, 7
vprord ymm14, ymm28, 18
vpsrld ymm15, ymm28, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2088]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2064]
sha256rnds2 xmm3, xmm4
vpaddd ymm27, ymm27, ymm20
vpaddd ymm27, ymm27, ymm13
vprord ymm13, ymm25, 17
vmovq xmm0, qword ptr [rsi+2072]
sha256rnds2 xmm5, xmm6
vprord ymm14, ymm25, 19
vpsrld ymm15, ymm25, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm13
vpaddd ymm13, ymm26, dword ptr [rdi+376]{1to8}
vmovq xmm0, qword ptr [rsi+2096]
sha256rnds2 xmm7, xmm8
vpaddd ymm14, ymm27, dword ptr [rdi+380]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+768], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+800], ymm13
vprord ymm13, ymm29, 7
vmovq xmm0, qword ptr [rsi+2104]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+2152]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2128]
sha256rnds2 xmm4, xmm3
vprord ymm14, ymm29, 18
vpsrld ymm15, ymm29, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm21
vpaddd ymm28, ymm28, ymm13
vmovq xmm0, qword ptr [rsi+2136]
sha256rnds2 xmm6, xmm5
vprord ymm13, ymm26, 17
vprord ymm14, ymm26, 19
vpsrld ymm15, ymm26, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2160]
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm13
vprord ymm13, ymm30, 7
vprord ymm14, ymm30, 18
vmovq xmm0, qword ptr [rsi+2168]
sha256rnds2 xmm10, xmm9
vpsrld ymm15, ymm30, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2216]
sha256rnds2 xmm1, xmm2
vpaddd ymm29, ymm29, ymm22
vpaddd ymm29, ymm29, ymm13
vprord ymm13, ymm27, 17
vprord ymm14, ymm27, 19
vmovq xmm0, qword ptr [rsi+2192]
sha256rnds2 xmm3, xmm4
vpsrld ymm15, ymm27, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2200]
sha256rnds2 xmm5, xmm6
vpaddd ymm29, ymm29, ymm13
vpaddd ymm13, ymm28, dword ptr [rdi+384]{1to8}
vpaddd ymm14, ymm29, dword ptr [rdi+388]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2224]
sha256rnds2 xmm7, xmm8
vmovdqa ymmword ptr [rdx+832], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+864], ymm13
vmovq xmm0, qword ptr [rsi+2232]
sha256rnds2 xmm9, xmm10
vprord ymm13, ymm31, 7
vprord ymm14, ymm31, 18
vpsrld ymm15, ymm31, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2280]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm23
vpaddd ymm30, ymm30, ymm13
vmovq xmm0, qword ptr [rsi+2256]
sha256rnds2 xmm4, xmm3
vprord ymm13, ymm28, 17
vprord ymm14, ymm28, 19
vpsrld ymm15, ymm28, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2264]
sha256rnds2 xmm6, xmm5
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm13
vprord ymm13, ymm16, 7
vmovq xmm0, qword ptr [rsi+2288]
sha256rnds2 xmm8, xmm7
vprord ymm14, ymm16, 18
vpsrld ymm15, ymm16, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2296]
sha256rnds2 xmm10, xmm9
vpaddd ymm31, ymm31, ymm24
vpaddd ymm31, ymm31, ymm13
vprord ymm13, ymm29, 17
vmovq xmm0, qword ptr [rsi+2344]
sha256rnds2 xmm1, xmm2
vprord ymm14, ymm29, 19
vpsrld ymm15, ymm29, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2320]
sha256rnds2 xmm3, xmm4
vpaddd ymm31, ymm31, ymm13
vpaddd ymm13, ymm30, dword ptr [rdi+392]{1to8}
vpaddd ymm14, ymm31, dword ptr [rdi+396]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2328]
sha256rnds2 xmm5, xmm6
vmovdqa ymmword ptr [rdx+896], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+928], ymm13
vmovq xmm0, qword ptr [rsi+2352]
sha256rnds2 xmm7, xmm8
vprord ymm13, ymm17, 7
vprord ymm14, ymm17, 18
vpsrld ymm15, ymm17, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2360]
sha256rnds2 xmm9, xmm10
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm25
vpaddd ymm16, ymm16, ymm13
vmovq xmm0, qword ptr [rsi+2408]
sha256rnds2 xmm2, xmm1
vprord ymm13, ymm30, 17
vprord ymm14, ymm30, 19
vpsrld ymm15, ymm30, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2384]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm15
vpaddd ymm16, ymm16, ymm13
vprord ymm13, ymm18, 7
vmovq xmm0, qword ptr [rsi+2392]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2416]
sha256rnds2 xmm8, xmm7
vprord ymm14, ymm18, 18
vpsrld ymm15, ymm18, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm17, ymm17, ymm26
vpaddd ymm17, ymm17, ymm13
vprord ymm13, ymm31, 17
vprord ymm14, ymm31, 19
vpsrld ymm15, ymm31, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+2424]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+2472]
sha256rnds2 xmm1, xmm2
vpaddd ymm17, ymm17, ymm13
vpaddd ymm13, ymm16, dword ptr [rdi+400]{1to8}
vpaddd ymm14, ymm17, dword ptr [rdi+404]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+960], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2448]
sha256rnds2 xmm3, xmm4
vmovdqa ymmword ptr [rdx+992], ymm13
vprord ymm13, ymm19, 7
vprord ymm14, ymm19, 18
vmovq xmm0, qword ptr [rsi+2456]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2480]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2488]
sha256rnds2 xmm9, xmm10
vpsrld ymm15, ymm19, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm27
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm16, 17
vprord ymm14, ymm16, 19
vpsrld ymm15, ymm16, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm18, ymm18, ymm13
vprord ymm13, ymm20, 7
vprord ymm14, ymm20, 18
vpsrld ymm15, ymm20, 3
vmovq xmm0, qword ptr [rsi+2536]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2512]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm28
vpaddd ymm19, ymm19, ymm13
vprord ymm13, ymm17, 17
vprord ymm14, ymm17, 19
vpsrld ymm15, ymm17, 10
vmovq xmm0, qword ptr [rsi+2520]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2544]
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm19, ymm19, ymm13
vpaddd ymm13, ymm18, dword ptr [rdi+408]{1to8}
vmovq xmm0, qword ptr [rsi+2552]
sha256rnds2 xmm10, xmm9
vpaddd ymm14, ymm19, dword ptr [rdi+412]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1024], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1056], ymm13
vprord ymm13, ymm21, 7
vmovq xmm0, qword ptr [rsi+2600]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2576]
sha256rnds2 xmm3, xmm4
vprord ymm14, ymm21, 18
vpsrld ymm15, ymm21, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm29
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm18, 17
vmovq xmm0, qword ptr [rsi+2584]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2608]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2616]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+2664]
sha256rnds2 xmm2, xmm1
vprord ymm14, ymm18, 19
vpsrld ymm15, ymm18, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm20, ymm20, ymm13
vprord ymm13, ymm22, 7
vprord ymm14, ymm22, 18
vpsrld ymm15, ymm22, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm30
vmovq xmm0, qword ptr [rsi+2640]
sha256rnds2 xmm4, xmm3
vmovq xmm0, qword ptr [rsi+2648]
sha256rnds2 xmm6, xmm5
vpaddd ymm21, ymm21, ymm13
vprord ymm13, ymm19, 17
vprord ymm14, ymm19, 19
vpsrld ymm15, ymm19, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2672]
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm15
vpaddd ymm21, ymm21, ymm13
vpaddd ymm13, ymm20, dword ptr [rdi+416]{1to8}
vmovq xmm0, qword ptr [rsi+2680]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+2728]
sha256rnds2 xmm1, xmm2
vpaddd ymm14, ymm21, dword ptr [rdi+420]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1088], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1120], ymm13
vprord ymm13, ymm23, 7
vprord ymm14, ymm23, 18
vpsrld ymm15, ymm23, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2704]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+2712]
sha256rnds2 xmm5, xmm6
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm31
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm20, 17
vmovq xmm0, qword ptr [rsi+2736]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2744]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+2792]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2768]
sha256rnds2 xmm4, xmm3
vprord ymm14, ymm20, 19
vpsrld ymm15, ymm20, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm22, ymm22, ymm13
vprord ymm13, ymm24, 7
vprord ymm14, ymm24, 18
vpsrld ymm15, ymm24, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2776]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2800]
sha256rnds2 xmm8, xmm7
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm16
vpaddd ymm23, ymm23, ymm13
vprord ymm13, ymm21, 17
vprord ymm14, ymm21, 19
vpsrld ymm15, ymm21, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm23, ymm23, ymm13
vpaddd ymm13, ymm22, dword ptr [rdi+424]{1to8}
vmovq xmm0, qword ptr [rsi+2808]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+2856]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2832]
sha256rnds2 xmm3, xmm4
vpaddd ymm14, ymm23, dword ptr [rdi+428]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1152], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1184], ymm13
vprord ymm13, ymm25, 7
vprord ymm14, ymm25, 18
vpsrld ymm15, ymm25, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2840]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2864]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+2872]
sha256rnds2 xmm9, xmm10
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm17
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm22, 17
vprord ymm14, ymm22, 19
vpsrld ymm15, ymm22, 10
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2920]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+2896]
sha256rnds2 xmm4, xmm3
vpxor ymm13, ymm13, ymm15
vpaddd ymm24, ymm24, ymm13
vprord ymm13, ymm26, 7
vmovq xmm0, qword ptr [rsi+2904]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+2928]
sha256rnds2 xmm8, xmm7
vprord ymm14, ymm26, 18
vpsrld ymm15, ymm26, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+2936]
sha256rnds2 xmm10, xmm9
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm18
vpaddd ymm25, ymm25, ymm13
vprord ymm13, ymm23, 17
vprord ymm14, ymm23, 19
vpsrld ymm15, ymm23, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm25, ymm25, ymm13
vmovq xmm0, qword ptr [rsi+2984]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+2960]
sha256rnds2 xmm3, xmm4
vpaddd ymm13, ymm24, dword ptr [rdi+432]{1to8}
vpaddd ymm14, ymm25, dword ptr [rdi+436]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1216], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1248], ymm13
vmovq xmm0, qword ptr [rsi+2968]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+2992]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3000]
sha256rnds2 xmm9, xmm10
vprord ymm13, ymm27, 7
vprord ymm14, ymm27, 18
vpsrld ymm15, ymm27, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3048]
sha256rnds2 xmm2, xmm1
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm19
vpaddd ymm26, ymm26, ymm13
vmovq xmm0, qword ptr [rsi+3024]
sha256rnds2 xmm4, xmm3
vprord ymm13, ymm24, 17
vprord ymm14, ymm24, 19
vpsrld ymm15, ymm24, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm26, ymm26, ymm13
vprord ymm13, ymm28, 7
vprord ymm14, ymm28, 18
vmovq xmm0, qword ptr [rsi+3032]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3056]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+3064]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+3112]
sha256rnds2 xmm1, xmm2
vpsrld ymm15, ymm28, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm20
vpaddd ymm27, ymm27, ymm13
vprord ymm13, ymm25, 17
vprord ymm14, ymm25, 19
vpsrld ymm15, ymm25, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm27, ymm27, ymm13
vmovq xmm0, qword ptr [rsi+3088]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3096]
sha256rnds2 xmm5, xmm6
vpaddd ymm13, ymm26, dword ptr [rdi+440]{1to8}
vpaddd ymm14, ymm27, dword ptr [rdi+444]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1280], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3120]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3128]
sha256rnds2 xmm9, xmm10
vmovq xmm0, qword ptr [rsi+3176]
sha256rnds2 xmm2, xmm1
vmovdqa ymmword ptr [rdx+1312], ymm13
vprord ymm13, ymm29, 7
vprord ymm14, ymm29, 18
vpsrld ymm15, ymm29, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm28, ymm28, ymm21
vpaddd ymm28, ymm28, ymm13
vmovq xmm0, qword ptr [rsi+3152]
sha256rnds2 xmm4, xmm3
vprord ymm13, ymm26, 17
vprord ymm14, ymm26, 19
vpsrld ymm15, ymm26, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+3160]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3184]
sha256rnds2 xmm8, xmm7
vpaddd ymm28, ymm28, ymm13
vprord ymm13, ymm30, 7
vprord ymm14, ymm30, 18
vpsrld ymm15, ymm30, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq xmm0, qword ptr [rsi+3192]
sha256rnds2 xmm10, xmm9
vmovq xmm0, qword ptr [rsi+3240]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3216]
sha256rnds2 xmm3, xmm4
vpaddd ymm29, ymm29, ymm22
vpaddd ymm29, ymm29, ymm13
vprord ymm13, ymm27, 17
vprord ymm14, ymm27, 19
vpsrld ymm15, ymm27, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm29, ymm29, ymm13
vmovq xmm0, qword ptr [rsi+3224]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3248]
sha256rnds2 xmm7, xmm8
vmovq xmm0, qword ptr [rsi+3256]
sha256rnds2 xmm9, xmm10
vpaddd ymm13, ymm28, dword ptr [rdi+448]{1to8}
vpaddd ymm14, ymm29, dword ptr [rdi+452]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1344], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3304]
sha256rnds2 xmm2, xmm1
vmovq xmm0, qword ptr [rsi+3280]
sha256rnds2 xmm4, xmm3
vmovdqa ymmword ptr [rdx+1376], ymm13
vprord ymm13, ymm31, 7
vprord ymm14, ymm31, 18
vpsrld ymm15, ymm31, 3
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm23
vpaddd ymm30, ymm30, ymm13
vprord ymm13, ymm28, 17
vmovq xmm0, qword ptr [rsi+3288]
sha256rnds2 xmm6, xmm5
vmovq xmm0, qword ptr [rsi+3312]
sha256rnds2 xmm8, xmm7
vmovq xmm0, qword ptr [rsi+3320]
sha256rnds2 xmm10, xmm9
vprord ymm14, ymm28, 19
vpsrld ymm15, ymm28, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vpaddd ymm30, ymm30, ymm13
vprord ymm13, ymm16, 7
vprord ymm14, ymm16, 18
vpsrld ymm15, ymm16, 3
vpxor ymm13, ymm13, ymm14
vmovq xmm0, qword ptr [rsi+3368]
sha256rnds2 xmm1, xmm2
vmovq xmm0, qword ptr [rsi+3344]
sha256rnds2 xmm3, xmm4
vmovq xmm0, qword ptr [rsi+3352]
sha256rnds2 xmm5, xmm6
vmovq xmm0, qword ptr [rsi+3376]
sha256rnds2 xmm7, xmm8
vpxor ymm13, ymm13, ymm15
vpaddd ymm31, ymm31, ymm24
vpaddd ymm31, ymm31, ymm13
vprord ymm13, ymm29, 17
vprord ymm14, ymm29, 19
vmovq xmm0, qword ptr [rsi+3384]
sha256rnds2 xmm9, xmm10
vpsrld ymm15, ymm29, 10
vpxor ymm13, ymm13, ymm14
vpxor ymm13, ymm13, ymm15
vmovq qword ptr [rdx+3720], xmm1
vmovq qword ptr [rdx+3696], xmm3
vmovq qword ptr [rdx+3704], xmm5
vmovq qword ptr [rdx+3728], xmm7
vmovq qword ptr [rdx+3736], xmm9
vpaddd ymm31, ymm31, ymm13
vpaddd ymm13, ymm30, dword ptr [rdi+456]{1to8}
vpaddd ymm14, ymm31, dword ptr [rdi+460]{1to8}
vpunpckldq ymm15, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1408], ymm15
vpunpckhdq ymm13, ymm13, ymm14
vmovdqa ymmword ptr [rdx+1440], ymm13
// test
vmovaps ymm13, ymmword ptr [rsi+3680]
vshufps ymm13, ymm13, ymmword ptr [rsi+3712], 0xdd
vpaddd ymm13, ymm13, dword ptr [rdi+556]{1to8}
vpshufb ymm13, ymm13, ymmword ptr [rdi+96]
vpcmpleud k2, ymm13, dword ptr [rdi+560]{1to8}
kmovw eax, k2
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
vzeroupper
