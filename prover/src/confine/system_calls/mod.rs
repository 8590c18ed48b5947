//! A seccomp filter: system calls that no command needs, and a stranger's code would, fail with `EPERM`; those that nobody
//! knew when it was written with `ENOSYS`, as on a kernel that does not have them.

mod refused;

use std::io;
use std::mem::offset_of;

use libc::{seccomp_data, sock_filter, sock_fprog};

use super::Asking;
use refused::{BY_ALL, BY_ONE_JOB, GAP, NEWER};

#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
compile_error!("tell the filter this processor's number (AUDIT_ARCH_… of linux/audit.h)");

/// From this number on x86-64 has the calls of its 32-bit kind once more.
const OTHER_KIND: u32 = 0x4000_0000;

/// What a file that is open may be asked by `ioctl` (`TCGETS`, `TCGETS2`, `TIOCGWINSZ`, `FIONBIO`, `FIONCLEX`, `FIOCLEX`): whether
/// it is a terminal and how large, whether it waits, whether programs that are started have it. To a terminal a program could write what its user seems to type.
const ASKED_OF_FILES: &[u32] = &[0x5401, 0x802c_542a, 0x5413, 0x5421, 0x5450, 0x5451];

/// `fcntl` with these has signals sent, to anybody, when something happens to a file: `F_SETOWN`, `F_SETSIG`, `F_SETOWN_EX`,
/// `F_SETLEASE`, `F_NOTIFY`.
const SIGNALS_OF_FILES: &[u32] = &[8, 10, 15, 1024, 1026];

/// Has all threads refused from now on.
pub(super) fn refuse(asking: Asking) -> io::Result<()> {
    let mut program = filter(asking);
    let length = u16::try_from(program.len()).map_err(io::Error::other)?;
    let program = sock_fprog {
        len: length,
        filter: program.as_mut_ptr(),
    };
    // SAFETY: plain system calls; the filter outlives them.
    let result = unsafe {
        if libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 {
            return Err(io::Error::last_os_error());
        }
        let mode = libc::SECCOMP_SET_MODE_FILTER;
        libc::syscall(libc::SYS_seccomp, mode, flags(asking), &program)
    };
    match result {
        0 => Ok(()),
        -1 => Err(io::Error::last_os_error()),
        thread => Err(io::Error::other(format!(
            "thread {thread} has another filter"
        ))),
    }
}

/// All threads are meant. Kernels before 5.16 slow a process with a filter down, so that its code cannot guess what is
/// elsewhere in the process: only where a stranger's code may come to run.
fn flags(asking: Asking) -> libc::c_ulong {
    match asking {
        Asking::Any => libc::SECCOMP_FILTER_FLAG_TSYNC | libc::SECCOMP_FILTER_FLAG_SPEC_ALLOW,
        Asking::OneJob => libc::SECCOMP_FILTER_FLAG_TSYNC,
    }
}

fn filter(asking: Asking) -> Vec<sock_filter> {
    let mut filter = vec![
        load(offset_of!(seccomp_data, arch)),
        jump(libc::BPF_JEQ, ARCHITECTURE, 1, 0),
        answer(REFUSAL),
        load(offset_of!(seccomp_data, nr)),
        jump(libc::BPF_JGE, OTHER_KIND, 0, 1),
        answer(REFUSAL),
    ];
    filter.extend(unknown());
    let more: &[&[libc::c_long]] = match asking {
        Asking::Any => &[],
        Asking::OneJob => BY_ONE_JOB,
    };
    for call in BY_ALL.iter().chain(more).copied().flatten() {
        filter.extend([jump(libc::BPF_JEQ, *call as u32, 0, 1), answer(REFUSAL)]);
    }
    filter.extend(none_but(libc::SYS_ioctl, 1, ASKED_OF_FILES));
    filter.extend(all_but(libc::SYS_fcntl, 1, SIGNALS_OF_FILES));
    match asking {
        Asking::Any => filter.extend(no_other_world()),
        Asking::OneJob => {
            filter.extend(none_but(libc::SYS_tgkill, 0, &[std::process::id()]));
            filter.extend(limits_as_they_are());
            let with_parent = libc::PR_SET_PDEATHSIG as u32;
            filter.extend(all_but(libc::SYS_prctl, 0, &[with_parent]));
            filter.extend(threads_alone());
        }
    }
    filter.push(answer(libc::SECCOMP_RET_ALLOW));
    filter
}

/// Calls that are in no table, and `clone3`, whose arguments cannot be seen: the C library then takes `clone`.
fn unknown() -> [sock_filter; 5] {
    let absent = answer(libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32);
    let [gap, after] = GAP;
    [
        jump(libc::BPF_JGE, NEWER, 3, 0),
        jump(libc::BPF_JEQ, libc::SYS_clone3 as u32, 2, 0),
        jump(libc::BPF_JGE, after, 2, 0),
        jump(libc::BPF_JGE, gap, 0, 1),
        absent,
    ]
}

/// A call is refused unless an argument is one of these. `tgkill`, which a thread that panics or aborts signals itself with,
/// reaches no other process so.
fn none_but(call: libc::c_long, argument: usize, allowed: &[u32]) -> Vec<sock_filter> {
    by_argument(call, argument, allowed, [libc::SECCOMP_RET_ALLOW, REFUSAL])
}

/// A call is refused if an argument is one of these.
fn all_but(call: libc::c_long, argument: usize, refused: &[u32]) -> Vec<sock_filter> {
    by_argument(call, argument, refused, [REFUSAL, libc::SECCOMP_RET_ALLOW])
}

fn by_argument(
    call: libc::c_long,
    argument: usize,
    values: &[u32],
    [listed, others]: [u32; 2],
) -> Vec<sock_filter> {
    let mut part = vec![load(low_half_of(argument))];
    for value in values {
        part.extend([jump(libc::BPF_JEQ, *value, 0, 1), answer(listed)]);
    }
    part.push(answer(others));
    part.insert(0, jump(libc::BPF_JEQ, call as u32, 0, part.len() as u8));
    part
}

/// `prlimit64` reads limits; it sets none, neither this process's nor another's. The third argument is the new limit.
fn limits_as_they_are() -> [sock_filter; 7] {
    let new_limit = offset_of!(seccomp_data, args) + 2 * size_of::<u64>();
    [
        jump(libc::BPF_JEQ, libc::SYS_prlimit64 as u32, 0, 6),
        load(new_limit),
        jump(libc::BPF_JEQ, 0, 0, 3),
        load(new_limit + size_of::<u32>()),
        jump(libc::BPF_JEQ, 0, 0, 1),
        answer(libc::SECCOMP_RET_ALLOW),
        answer(REFUSAL),
    ]
}

/// Threads may be started, processes not.
fn threads_alone() -> [sock_filter; 5] {
    of_clone(libc::CLONE_THREAD, [libc::SECCOMP_RET_ALLOW, REFUSAL])
}

/// Processes may be started, but none that has its own users, mounts or networks.
fn no_other_world() -> [sock_filter; 5] {
    let worlds = libc::CLONE_NEWUSER
        | libc::CLONE_NEWNS
        | libc::CLONE_NEWNET
        | libc::CLONE_NEWPID
        | libc::CLONE_NEWIPC
        | libc::CLONE_NEWUTS
        | libc::CLONE_NEWCGROUP;
    of_clone(worlds, [REFUSAL, libc::SECCOMP_RET_ALLOW])
}

/// What is answered to `clone` with any of these flags, and without.
fn of_clone(flags: libc::c_int, [with, without]: [u32; 2]) -> [sock_filter; 5] {
    [
        jump(libc::BPF_JEQ, libc::SYS_clone as u32, 0, 4),
        load(low_half_of(0)),
        jump(libc::BPF_JSET, flags as u32, 0, 1),
        answer(with),
        answer(without),
    ]
}

const REFUSAL: u32 = libc::SECCOMP_RET_ERRNO | libc::EPERM as u32;

/// Where the low half of a 64-bit argument lies.
const LOW_HALF: usize = if cfg!(target_endian = "little") { 0 } else { 4 };

/// Of a 64-bit argument.
const fn low_half_of(argument: usize) -> usize {
    offset_of!(seccomp_data, args) + argument * size_of::<u64>() + LOW_HALF
}

fn load(offset: usize) -> sock_filter {
    instruction(
        libc::BPF_LD | libc::BPF_W | libc::BPF_ABS,
        offset as u32,
        0,
        0,
    )
}

fn jump(condition: u32, operand: u32, when_true: u8, when_false: u8) -> sock_filter {
    let code = libc::BPF_JMP | condition | libc::BPF_K;
    instruction(code, operand, when_true, when_false)
}

fn answer(value: u32) -> sock_filter {
    instruction(libc::BPF_RET | libc::BPF_K, value, 0, 0)
}

const fn instruction(code: u32, k: u32, jt: u8, jf: u8) -> sock_filter {
    let code = code as u16;
    sock_filter { code, jt, jf, k }
}
