package dev.shardline.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Version;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.volume.gzip.NativeInflate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `shardline doctor`: what this machine has and lacks.
@Command(name = "doctor", header = "Tell what this machine has and lacks.")
public final class DoctorCommand implements Callable<Integer> {
  private static final long MEBI = 1 << 20;

  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      Map<String, String> findings = findings();
      ObjectNode json = CanonicalJson.object();
      findings.forEach(json::put);
      session.result(
          json,
          out -> findings.forEach((what, finding) -> out.printf("%-14s %s%n", what, finding)));
      return ExitCode.DONE.code();
    }
  }

  private static Map<String, String> findings() throws IOException {
    Map<String, String> findings = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    findings.put("version", Version.text());
    findings.put("java", Runtime.version() + ", " + System.getProperty("java.home"));
    findings.put("cores", String.valueOf(runtime.availableProcessors()));
    findings.put("heap", runtime.maxMemory() / MEBI + " MiB at most for each process");
    findings.put(
        "scratch",
        "%s, %,d MiB free"
            .formatted(temporary, Files.getFileStore(temporary).getUsableSpace() / MEBI));
    findings.put("inflating", NativeInflate.description());
    findings.put("s3", s3());
    for (String engine : new String[] {"docker", "sbatch", "spark-submit", "kubectl"}) {
      findings.put(engine, onPath(engine));
    }
    findings.put(
        "nvidia gpu",
        Files.exists(Path.of("/dev/nvidia0")) ? "there" : "none: models run on cores");
    return findings;
  }

  private static String s3() {
    String endpoint =
        System.getenv()
            .getOrDefault(
                "AWS_ENDPOINT_URL_S3", System.getenv().getOrDefault("AWS_ENDPOINT_URL", "AWS"));
    boolean keys = System.getenv().containsKey("AWS_ACCESS_KEY_ID");
    return "%s, credentials from %s"
        .formatted(endpoint, keys ? "AWS_ACCESS_KEY_ID" : "the AWS profile or the machine's role");
  }

  private static String onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("not found");
  }
}
