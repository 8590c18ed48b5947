//! A seccomp filter: system calls that neither the compiler nor the VM needs, and a stranger's code would, fail with
//! `EPERM`.

use std::io;
use std::mem::offset_of;

use libc::{seccomp_data, sock_filter, sock_fprog};

/// Networks; other programs and processes; who may do what with files; the kernel's larger doors.
const REFUSED: &[libc::c_long] = &[
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    libc::SYS_execve,
    libc::SYS_execveat,
    libc::SYS_kill,
    libc::SYS_tkill,
    libc::SYS_rt_sigqueueinfo,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_setrlimit,
    libc::SYS_setpriority,
    libc::SYS_sched_setscheduler,
    libc::SYS_sched_setattr,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_mq_open,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_fsopen,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_fanotify_init,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_userfaultfd,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_clock_settime,
    libc::SYS_settimeofday,
    libc::SYS_adjtimex,
    libc::SYS_clock_adjtime,
    libc::SYS_open_by_handle_at,
];

/// The older calls that some processors have beside those.
#[cfg(target_arch = "x86_64")]
const REFUSED_HERE: &[libc::c_long] = &[
    libc::SYS_fork,
    libc::SYS_vfork,
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_kexec_file_load,
];
#[cfg(not(target_arch = "x86_64"))]
const REFUSED_HERE: &[libc::c_long] = &[];

#[cfg(target_arch = "x86_64")]
const ARCHITECTURE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const ARCHITECTURE: u32 = 0xc000_00b7;
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
compile_error!("tell the filter this processor's number (AUDIT_ARCH_… of linux/audit.h)");

/// From this number on x86-64 has the calls of its 32-bit kind once more.
const OTHER_KIND: u32 = 0x4000_0000;

/// Has all threads refused from now on.
pub fn refuse() -> io::Result<()> {
    let mut program = filter();
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
        let all_threads = libc::SECCOMP_FILTER_FLAG_TSYNC;
        let mode = libc::SECCOMP_SET_MODE_FILTER;
        libc::syscall(libc::SYS_seccomp, mode, all_threads, &program)
    };
    match result {
        0 => Ok(()),
        -1 => Err(io::Error::last_os_error()),
        thread => Err(io::Error::other(format!(
            "thread {thread} has another filter"
        ))),
    }
}

fn filter() -> Vec<sock_filter> {
    let allowed = answer(libc::SECCOMP_RET_ALLOW);
    let refused = answer(REFUSAL);
    let unknown = answer(libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32);
    let mut filter = vec![
        load(offset_of!(seccomp_data, arch)),
        jump(libc::BPF_JEQ, ARCHITECTURE, 1, 0),
        refused,
        load(offset_of!(seccomp_data, nr)),
        jump(libc::BPF_JGE, OTHER_KIND, 0, 1),
        refused,
    ];
    for call in REFUSED.iter().chain(REFUSED_HERE) {
        filter.extend([jump(libc::BPF_JEQ, *call as u32, 0, 1), refused]);
    }
    filter.extend(own_threads_alone());
    filter.extend(limits_as_they_are());
    filter.extend([
        // Its arguments cannot be seen; the C library then takes `clone`.
        jump(libc::BPF_JEQ, libc::SYS_clone3 as u32, 0, 1),
        unknown,
        // Threads may be started, processes not.
        jump(libc::BPF_JEQ, libc::SYS_clone as u32, 0, 3),
        load(offset_of!(seccomp_data, args) + LOW_HALF),
        jump(libc::BPF_JSET, libc::CLONE_THREAD as u32, 1, 0),
        refused,
        allowed,
    ]);
    filter
}

/// `tgkill`, which a thread that panics or aborts signals itself with, reaches no other process.
fn own_threads_alone() -> [sock_filter; 5] {
    [
        jump(libc::BPF_JEQ, libc::SYS_tgkill as u32, 0, 4),
        load(offset_of!(seccomp_data, args) + LOW_HALF),
        jump(libc::BPF_JEQ, std::process::id(), 0, 1),
        answer(libc::SECCOMP_RET_ALLOW),
        answer(REFUSAL),
    ]
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

const REFUSAL: u32 = libc::SECCOMP_RET_ERRNO | libc::EPERM as u32;

/// Where the low half of a 64-bit argument lies.
const LOW_HALF: usize = if cfg!(target_endian = "little") { 0 } else { 4 };

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
