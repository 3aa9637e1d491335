package dev.shardline.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardline.program.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that are full or not ours, and a work folder that two runs want at once.
class DiskTroubleTest {
  private static final int RETRYABLE = 1;
  private static final int USAGE = 2;

  /// A root that may not do what the permissions of files forbid.
  private static final String[] WITHOUT_PRIVILEGE = {
    "setpriv",
    "--bounding-set",
    "-dac_override,-dac_read_search",
    "--inh-caps",
    "-dac_override,-dac_read_search"
  };

  @TempDir private static Path folder = Path.of("");

  private static SliceProject project = new SliceProject(Path.of(""));
  private static Path undisturbed = Path.of("");

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    project = SliceProject.in(folder);
    Outcome outcome = Program.plain().run(run(project.work("undisturbed")));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    undisturbed = RunBytes.latest(project.work("undisturbed"));
  }

  private static String[] run(Path work) {
    return new String[] {"run", project.config(), "--work", work.toString(), "--instances", "2"};
  }

  private static boolean works(String... words) throws InterruptedException {
    try {
      return Patience.awaitEnd(
              new ProcessBuilder(words)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start())
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  @Test
  void afterAFullDiskTheSameCommandGoesOn() throws IOException, InterruptedException {
    Path small = Files.createDirectory(project.work("small"));
    Path saved = project.work("saved");
    // Ends with the program's exit code, after saving what it left on the disk.
    String script =
        "mount -t tmpfs -o size=1500k tmpfs "
            + small
            + " && \"$@\"; code=$?; cp -a "
            + small
            + " "
            + saved
            + "; exit $code";
    assumeTrue(
        works("unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs " + small),
        "skipped: this machine lets no one mount a small disk");

    Outcome full =
        Program.plain().startedBy("unshare", "-rm", "sh", "-c", script, "sh").run(run(small));

    assertThat(full.exitCode()).as(full.err()).isEqualTo(RETRYABLE);
    assertThat(full.err()).contains("No space left on device").doesNotContain("\tat ");
    assertThat(works("cp", "-a", saved + "/.", small.toString())).isTrue();
    Outcome again = Program.plain().run(run(small));
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(RunBytes.shardsOf(RunBytes.latest(small))).isEqualTo(RunBytes.shardsOf(undisturbed));
    assertThat(Program.plain().run("audit", "verify", small + "/runs/latest").exitCode()).isZero();
  }

  @Test
  void aSourceThatMayNotBeReadIsNamed() throws IOException, InterruptedException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    Outcome outcome =
        withoutPrivilege()
            .run(
                "build",
                project.config(),
                "--work",
                project.work("unread").toString(),
                "--set",
                "dataset.source=" + locked);
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(USAGE);
    assertThat(outcome.err()).contains("locked", "may not be read").doesNotContain("\tat ");
    assertThat(project.work("unread")).doesNotExist();
  }

  @Test
  void aWorkFolderThatMayNotBeWrittenIsNamed() throws IOException, InterruptedException {
    Path sealed = Files.createDirectory(project.work("sealed"));
    Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
    Outcome outcome = withoutPrivilege().run(run(sealed));
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(USAGE);
    assertThat(outcome.err()).contains("sealed", "may not be written").doesNotContain("\tat ");
    assertThat(sealed).isEmptyDirectory();
  }

  private static Program withoutPrivilege() throws InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Program.plain();
    }
    assumeTrue(works("setpriv", "--version"), "skipped: root cannot give up its privileges here");
    return Program.plain().startedBy(WITHOUT_PRIVILEGE);
  }

  @Test
  void twoRunsIntoOneFolderGiveOneRun() throws IOException, InterruptedException {
    Path work = project.work("shared");
    Process one = Program.plain().start(run(work));
    Process other = Program.plain().start(run(work));
    assertThat(Patience.awaitEnd(one)).isZero();
    assertThat(Patience.awaitEnd(other)).isZero();
    assertThat(RunBytes.shardsOf(RunBytes.latest(work))).isEqualTo(RunBytes.shardsOf(undisturbed));
    assertThat(Program.plain().run("audit", "verify", work + "/runs/latest").exitCode()).isZero();
  }
}
