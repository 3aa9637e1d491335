package dev.shardline.pipeline.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/// Makes the `/opt/ml` of each machine of a job.
final class HostTree {
  private HostTree() {}

  /// @param folder where all the machines' folders go
  /// @param folders the container's paths that must exist
  static List<Host> make(Path folder, int count, List<String> folders) throws IOException {
    List<Host> hosts = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Path home = folder.resolve("algo-" + number);
      delete(home);
      Host host = new Host(number, home.resolve("ml"), home.resolve("log.txt"));
      Files.createDirectories(host.root().resolve("config"));
      Files.createDirectories(host.root().resolve("output"));
      for (String path : folders) {
        Files.createDirectories(host.resolve(path));
      }
      hosts.add(host);
    }
    return hosts;
  }

  /// Writes `config/resourceconfig.json`.
  static void writeResources(Host host, String instanceType, List<Host> all) throws IOException {
    ObjectNode json = CanonicalJson.object();
    json.put("current_host", host.name());
    json.put("current_instance_type", instanceType);
    json.put("current_group_name", "homogeneousCluster");
    Host.names(all.size()).forEach(json.putArray("hosts")::add);
    json.put("network_interface_name", "eth0");
    writeConfig(host, "resourceconfig.json", json);
  }

  static void writeConfig(Host host, String file, JsonNode json) throws IOException {
    Files.write(host.root().resolve("config").resolve(file), CanonicalJson.file(json));
  }

  /// Lets a container that runs as another user read and write everything.
  static void open(Host host) throws IOException {
    try (Stream<Path> paths = Files.walk(host.root())) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (!Files.isSymbolicLink(path)) {
          Files.setPosixFilePermissions(
              path,
              Files.isDirectory(path)
                  ? EnumSet.allOf(PosixFilePermission.class)
                  : EnumSet.of(
                      PosixFilePermission.OWNER_READ,
                      PosixFilePermission.OWNER_WRITE,
                      PosixFilePermission.GROUP_READ,
                      PosixFilePermission.OTHERS_READ));
        }
      }
    }
  }

  /// Lets a container that runs as another user add files to any folder below this one that belongs
  /// to this process.
  static void openFolders(Path root) throws IOException {
    UserPrincipal me = Files.getOwner(root);
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(HostTree::isFolder)::iterator) {
        if (Files.getOwner(path).equals(me)) {
          Files.setPosixFilePermissions(path, EnumSet.allOf(PosixFilePermission.class));
        }
      }
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// Removes a folder and all below it; no error if there is none. Links are removed, not followed.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
