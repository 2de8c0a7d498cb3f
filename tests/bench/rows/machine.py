"""The machine that is measured on, and what it can do at most."""
import functools
import os
import pathlib
import time

INSTRUCTIONS = ["avx2", "fma", "f16c", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8"]


def processor_info(key):
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == key:
            return value.strip()
    return ""


def cores():
    return len(os.sched_getaffinity(0))


def described():
    flags = processor_info("flags").split()
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {"processor": processor_info("model name"), "cores": cores(), "memory_gb": round(memory / 1e9, 1),
            "instructions": [name for name in INSTRUCTIONS if name in flags]}


def fastest(work, repeats=5):
    times = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times[1:])


@functools.cache
def gemm_rate(kind):
    """Floating point operations a second of one large matrix product, in "float32" or "bfloat16", on all cores."""
    import torch
    if kind == "bfloat16" and not has_bfloat16():
        return 0.0  # it would be minutes before that was known
    size = 2048
    a, b = (torch.rand(size, size).to(getattr(torch, kind)) for _ in range(2))
    return 2 * size**3 / fastest(lambda: torch.mm(a, b))


def fastest_products():
    """Operations a second of products of matrices, in the better of both precisions."""
    return max(gemm_rate("float32"), gemm_rate("bfloat16"))


def has_bfloat16():
    return "avx512_bf16" in processor_info("flags").split()


def counted(work):
    """What a call of the work gives, and the floating point operations of the convolutions and products that PyTorch computes in it."""
    from torch.utils.flop_counter import FlopCounterMode
    with FlopCounterMode(display=False) as counter:
        result = work()
    return result, counter.get_total_flops()


@functools.cache
def memory_bandwidth():
    """Bytes a second, read and written, of a copy that no cache holds."""
    import torch
    source = torch.zeros(1 << 27)
    target = torch.empty_like(source)
    return 2 * 4 * source.numel() / fastest(lambda: target.copy_(source))


def limits():
    return {"gemm_f32_gflops": round(gemm_rate("float32") / 1e9), "gemm_bf16_gflops": round(gemm_rate("bfloat16") / 1e9),
            "memory_gb_per_s": round(memory_bandwidth() / 1e9, 1)}
