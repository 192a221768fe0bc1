//! Tells whether a directory is on a network share, where SQLite's locks and shared memory cannot be trusted.
//!
//! The file system's own number says it of the usual ones, a reading of `/proc/self/mountinfo` of the others; on systems without
//! it nothing is refused.

use std::path::{Component, Path, PathBuf};

use super::error::StoreError;

/// File systems whose other users this machine does not see.
const NETWORK_KINDS: &[&str] = &[
    "9p",
    "afs",
    "afpfs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "orangefs",
    "smb2",
    "smb3",
    "smbfs",
    "sshfs",
    "webdav",
];

/// FUSE programs that reach over a network, as in `fuse.sshfs`.
const NETWORK_FUSE: &[&str] = &[
    "afpfs",
    "ceph",
    "curlftpfs",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "gvfsd-fuse",
    "onedriver",
    "rclone",
    "s3fs",
    "smbnetfs",
    "sshfs",
];

/// As statfs(2) numbers them: ext2 to ext4, XFS, Btrfs, and files in memory.
#[cfg(target_os = "linux")]
const LOCAL_KINDS: &[u32] = &[0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994];

/// Refuses a directory on a network share.
///
/// # Errors
/// `NetworkShare` with the kind of file system.
pub(crate) fn refuse_network_share(directory: &Path) -> Result<(), StoreError> {
    #[cfg(target_os = "linux")]
    if is_local(directory) {
        return Ok(());
    }
    // No such file on other systems, or in some sandboxes: then nothing is known and nothing is refused.
    let Ok(mountinfo) = std::fs::read_to_string("/proc/self/mountinfo") else { return Ok(()) };
    let directory = existing_ancestor(directory);
    match network_share(&mountinfo, &directory) {
        Some(kind) => Err(StoreError::NetworkShare { path: directory, kind }),
        None => Ok(()),
    }
}

/// Whether the file system is one of the usual ones, which reach over no network.
#[cfg(target_os = "linux")]
fn is_local(directory: &Path) -> bool {
    let absolute = std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned());
    let found = absolute.ancestors().find_map(|ancestor| rustix::fs::statfs(ancestor).ok());
    found.is_some_and(|found| u32::try_from(found.f_type).is_ok_and(|kind| LOCAL_KINDS.contains(&kind)))
}

/// The kind of network file system that `directory` (absolute) is on, by the longest mount point above it.
///
/// `mountinfo` has the format of proc(5); of two mounts on one point the later hides the earlier.
pub fn network_share(mountinfo: &str, directory: &Path) -> Option<String> {
    let mut found: Option<(usize, &str)> = None;
    for line in mountinfo.lines() {
        // "36 35 98:0 /root /mount/point options… - kind source super-options"
        let mut fields = line.split(' ');
        let Some(point) = fields.nth(4) else { continue };
        let Some(kind) = fields.skip_while(|field| *field != "-").nth(1) else { continue };
        let point = unescape(point);
        if directory.starts_with(&point) {
            let depth = point.components().count();
            if found.is_none_or(|(deepest, _)| deepest <= depth) {
                found = Some((depth, kind));
            }
        }
    }
    found.map(|(_, kind)| kind).filter(|kind| is_network(kind)).map(str::to_owned)
}

fn is_network(kind: &str) -> bool {
    match kind.strip_prefix("fuse.") {
        Some(program) => NETWORK_FUSE.contains(&program),
        None => NETWORK_KINDS.contains(&kind),
    }
}

/// The nearest directory that exists, without links: a store about to be created has none yet.
fn existing_ancestor(directory: &Path) -> PathBuf {
    let absolute = std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned());
    absolute
        .ancestors()
        .find_map(|ancestor| ancestor.canonicalize().ok())
        .unwrap_or_else(|| Path::new(&Component::RootDir).to_owned())
}

/// The kernel writes space, tab, newline and backslash as three octal digits.
fn unescape(field: &str) -> PathBuf {
    let mut text = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let octal = after.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match (octal, after.get(3..)) {
            (Some(byte), Some(tail)) => {
                text.push(char::from(byte));
                rest = tail;
            }
            _ => {
                text.push('\\');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    PathBuf::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 28 0:21 / /proc rw,nosuid - proc proc rw
28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 28 0:50 / /home rw,relatime shared:20 - nfs4 server:/export rw,vers=4.2
41 40 254:2 / /home/local rw,relatime - btrfs /dev/vdb rw
42 28 0:51 / /mnt/partage\\040commun rw - cifs //server/share rw
43 28 0:52 / /mnt/ssh rw - fuse.sshfs user@host:/ rw
44 28 0:53 / /mnt/c rw,noatime - 9p C: rw
45 28 0:54 / /mnt/usb rw - fuse.ntfs-3g /dev/sdb1 rw
46 28 0:55 / /srv rw - nfs other:/srv rw
47 46 254:3 / /srv rw - xfs /dev/vdc rw
malformed line
";

    #[test]
    fn the_longest_mount_point_decides() {
        for (directory, kind) in [
            ("/var/lib/jalon", None),
            ("/home/agent/jalon", Some("nfs4")),
            ("/home/local/jalon", None),
            ("/homestead/jalon", None),
            ("/mnt/partage commun/jalon", Some("cifs")),
            ("/mnt/ssh/jalon", Some("fuse.sshfs")),
            ("/mnt/c/Users/agent", Some("9p")),
            ("/mnt/usb/jalon", None),
            ("/srv/jalon", None),
        ] {
            assert_eq!(network_share(MOUNTS, Path::new(directory)).as_deref(), kind, "for {directory}");
        }
        assert_eq!(network_share("", Path::new("/anywhere")), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_taken_for_local_is_a_network_share() {
        let mountinfo = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        for point in mountinfo.lines().filter_map(|line| line.split(' ').nth(4)).map(unescape) {
            assert!(!is_local(&point) || network_share(&mountinfo, &point).is_none(), "{}", point.display());
        }
        assert!(!is_local(Path::new("/proc/self")));
        let absent = std::env::temp_dir().join("never made/nor this");
        assert_eq!(is_local(&absent), is_local(&std::env::temp_dir()));
    }
}
