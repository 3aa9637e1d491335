package dev.shardline.cli.setup;

import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.StarterConfiguration;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shardline init`: a commented configuration to start from.
@Command(
    name = "init",
    header = "Write a commented shardline.yaml for brain MRI slices, to start from.",
    description = "Its JSON schema is written beside it, so that editors complete it.",
    footerHeading = "%nExample:%n",
    footer = "  shardline init my-project/")
public final class InitCommand implements Callable<Integer> {
  private static final String EXAMPLE_PATTERN =
      "(?:.*/)?(?<label>[^/]+)/(?<subject>sub-[0-9]+)_[^/]+";

  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "DIR", description = "Where the file goes.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      String text =
          ConfigurationSchema.EDITOR_LINE
              + StarterConfiguration.text("my-images", "images/", EXAMPLE_PATTERN);
      Path file = Files.createDirectories(folder).resolve("shardline.yaml");
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
      Files.write(
          folder.resolve(ConfigurationSchema.FILE_NAME),
          CanonicalJson.file(ConfigurationSchema.whole()));
      session.result(
          CanonicalJson.object().put("config", file.toString()), out -> out.println(file));
      return ExitCode.DONE.code();
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          "%s is there already and was left as it is; give another folder"
              .formatted(e.getMessage()),
          e);
    }
  }
}
