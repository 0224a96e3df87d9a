// What the thread sanitizer lacks, for its runs alone. A lock that is free is taken in code of ours, which it sees; one
// that is held is waited for in Swift's library, which it doesn't, and it then takes for a race what the lock orders.
// These stand before the library's functions, and say that the lock was taken, and given back.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

// Only in a program that was built for the sanitizer; `swift test` itself is none.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

#define IN_SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"

IN_SWIFT void lock_slow(uint32_t thread, SELF handle) __asm__(LOCK);
IN_SWIFT void unlock_slow(SELF handle) __asm__(UNLOCK);
IN_SWIFT bool try_lock_slow(SELF handle) __asm__(TRY_LOCK);

IN_SWIFT void lock_slow(uint32_t thread, SELF handle) {
    static IN_SWIFT void (*real)(uint32_t, SELF);
    if (!real) real = (IN_SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK);
    real(thread, handle);
    if (__tsan_acquire) __tsan_acquire(handle);
}

IN_SWIFT void unlock_slow(SELF handle) {
    static IN_SWIFT void (*real)(SELF);
    if (!real) real = (IN_SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK);
    if (__tsan_release) __tsan_release(handle);
    real(handle);
}

IN_SWIFT bool try_lock_slow(SELF handle) {
    static IN_SWIFT bool (*real)(SELF);
    if (!real) real = (IN_SWIFT bool (*)(SELF))dlsym(RTLD_NEXT, TRY_LOCK);
    bool taken = real(handle);
    if (taken && __tsan_acquire) __tsan_acquire(handle);
    return taken;
}
