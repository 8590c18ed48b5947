//! What a confined process tries: the number of the error that each try met, 0 for none.

use std::fs::File;
use std::io::{self, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Command;

use serde_json::{json, Value};

use crate::fixtures::text;

/// The largest file that it may write.
pub const FILE_BYTES: u64 = 1 << 20;

/// What no process with one job needs.
pub fn tries(folder: &Path) -> Value {
    let try_thread = || {
        std::thread::spawn(|| ())
            .join()
            .map_err(|_| io::Error::other("no thread"))
    };
    json!({
        "read in reach": met(std::fs::read(folder.join("in-reach"))),
        "read out of reach": met(std::fs::read(folder.join("out-of-reach"))),
        "list a folder": met(std::fs::read_dir(folder)),
        "write the output": met(write_output(folder)),
        "write elsewhere": met(File::create(folder.join("new"))),
        "remove elsewhere": met(std::fs::remove_file(folder.join("out-of-reach"))),
        "write too much": met(std::fs::write(folder.join("output/large"), vec![0u8; FILE_BYTES as usize + 1])),
        "open too many": met(open_many(&folder.join("in-reach"))),
        "start a thread": met(try_thread()),
        "listen": met(std::net::TcpListener::bind("127.0.0.1:0")),
        "send": met(std::net::UdpSocket::bind("127.0.0.1:0")),
        "connect": met(std::os::unix::net::UnixStream::connect(folder.join("socket"))),
        "start a program": met(Command::new("/bin/true").status()),
        // SAFETY: plain system calls; a child of the fork, if there is one, ends at once.
        "become a program": called(|| unsafe { libc::execl(c"/bin/true".as_ptr(), c"true".as_ptr(), std::ptr::null::<u8>()) }.into()),
        "fork": called(|| unsafe { let child = libc::fork(); if child == 0 { libc::_exit(0) }; child.into() }),
        "signal the parent": called(|| unsafe { libc::kill(libc::getppid(), 0) }.into()),
        "signal its own thread": called(|| unsafe { libc::syscall(libc::SYS_tgkill, libc::getpid(), libc::gettid(), 0) }),
        "signal by a thread's number": called(|| unsafe { libc::syscall(libc::SYS_tkill, libc::gettid(), 0) }),
        // Nobody has these numbers: without the filter the answer would be that.
        "signal another's thread": called(|| unsafe { libc::syscall(libc::SYS_tgkill, i32::MAX, i32::MAX, 0) }),
        "read a limit": called(|| limit_of(0, false)),
        "set a limit": called(|| limit_of(0, true)),
        // SAFETY: a plain system call.
        "set the parent's limit": called(|| limit_of(unsafe { libc::getppid() }, true)),
        "make a file anybody's": met(std::fs::set_permissions(folder.join("in-reach"), std::os::unix::fs::PermissionsExt::from_mode(0o777))),
        "mount": called(|| unsafe { libc::syscall(libc::SYS_fsopen, c"tmpfs".as_ptr(), 0) }),
        "debug the parent": called(|| unsafe { libc::ptrace(libc::PTRACE_ATTACH, libc::getppid(), 0, 0) }),
        "load into the kernel": called(|| unsafe { libc::syscall(libc::SYS_bpf, 0, 0, 0) }),
    })
}

/// What Linux learned later, and what is done to files that are open.
pub fn further_tries(folder: &Path) -> Value {
    let name = std::ffi::CString::new(text(&folder.join("output/file"))).unwrap();
    let file = name.as_ptr();
    let call = |number: libc::c_long| called(|| unsafe { libc::syscall(number, -1, 0, 0, 0, 0) });
    // SAFETY: plain system calls with pointers to live values, or to nothing.
    json!({
        "make a file anybody's, the newer way": called(|| unsafe { libc::syscall(452, libc::AT_FDCWD, file, 0o777, 0) }),
        "mount, the newer way": [call(libc::SYS_fsconfig), call(libc::SYS_fsmount), call(457), call(458)],
        "ask for quotas": call(libc::SYS_quotactl_fd),
        "queue requests": called(|| unsafe { libc::syscall(libc::SYS_io_setup, 0, 0) }),
        "what nobody knew": [call(463), call(467), call(500)],
        "have threads by clone3": call(libc::SYS_clone3),
        "ask for a terminal": called(|| unsafe { libc::ioctl(0, libc::TCGETS, 0) }.into()),
        "type into a terminal": called(|| unsafe { libc::ioctl(0, libc::TIOCSTI, file) }.into()),
        "have the parent signalled": called(|| unsafe { libc::fcntl(1, libc::F_SETOWN, libc::getppid()) }.into()),
        "outlive the parent": called(|| unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, 0) }.into()),
        "leave the group": called(|| unsafe { libc::setsid() }.into()),
        "be confined anew": called(|| unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, 0, 0, 1) }),
        "make a folder": met(std::fs::create_dir(folder.join("output/folder"))),
        "make a link": met(std::os::unix::fs::symlink("file", folder.join("output/link"))),
    })
}

/// Of what no command needs, and of what a worker does.
pub fn tries_of_any(folder: &Path) -> Value {
    let run = |script: &str| Command::new("/bin/sh").args(["-c", script]).status();
    // SAFETY: plain system calls.
    json!({
        "start a program": met(run("true")),
        "a program that is ended": run("kill -ABRT $$").map(|ended| ended.signal()).ok(),
        "listen": met(std::net::TcpListener::bind("127.0.0.1:0")),
        "make a folder": met(std::fs::create_dir(folder.join("output/folder"))),
        "set a limit": called(|| limit_of(0, true)),
        "users of its own": called(|| unsafe { libc::unshare(libc::CLONE_NEWUSER) }.into()),
        "a process with users of its own": called(|| unsafe {
            let child = libc::syscall(libc::SYS_clone, libc::CLONE_NEWUSER | libc::SIGCHLD, 0, 0, 0, 0);
            if child == 0 { libc::_exit(0) };
            child
        }),
        "debug the parent": called(|| unsafe { libc::ptrace(libc::PTRACE_ATTACH, libc::getppid(), 0, 0) }),
        "what nobody knew": called(|| unsafe { libc::syscall(463, -1, 0, 0, 0, 0) }),
    })
}

fn write_output(folder: &Path) -> io::Result<()> {
    let (part, output) = (folder.join("output/.file.part"), folder.join("output/file"));
    File::create_new(&part)?.write_all(b"whole")?;
    std::fs::rename(part, output)?;
    File::open(folder.join("output"))?.sync_all()
}

fn open_many(path: &Path) -> io::Result<Vec<File>> {
    (0..1000).map(|_| File::open(path)).collect()
}

fn met<T>(result: io::Result<T>) -> i32 {
    result
        .err()
        .map_or(0, |error| error.raw_os_error().unwrap_or(-1))
}

fn called(call: impl FnOnce() -> i64) -> i32 {
    match call() {
        -1 => met::<()>(Err(io::Error::last_os_error())),
        _ => 0,
    }
}

pub fn soft_limit(resource: libc::__rlimit_resource_t) -> u64 {
    let mut bound = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointer is to a live value.
    unsafe { libc::getrlimit(resource, &mut bound) };
    bound.rlim_cur
}

/// Reads a process's limit of open files, and sets it to what it is.
fn limit_of(process: libc::pid_t, set: bool) -> i64 {
    let mut bound = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointers are to a live value, or null.
    unsafe {
        let read = libc::prlimit(process, libc::RLIMIT_NOFILE, std::ptr::null(), &mut bound);
        if read != 0 || !set {
            return read.into();
        }
        libc::prlimit(process, libc::RLIMIT_NOFILE, &bound, std::ptr::null_mut()).into()
    }
}
