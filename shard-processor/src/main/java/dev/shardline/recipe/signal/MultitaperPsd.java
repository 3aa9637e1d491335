package dev.shardline.recipe.signal;

import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.Traces;
import dev.shardline.signal.spectrum.Multitaper;
import dev.shardline.signal.spectrum.MultitaperSettings;
import dev.shardline.signal.spectrum.MultitaperSettings.Normalization;
import dev.shardline.signal.spectrum.Spectrum;
import dev.shardline.signal.spectrum.Spectrum.PowerUnit;
import java.util.List;

/// The multitaper estimate of every signal channel's power spectrum.
record MultitaperPsd(MultitaperSettings settings) implements SpectrumStep {
  private static final String NAME = "multitaper-psd";
  private static final double AUTOMATIC = 0;

  private static final Parameter<Double> BANDWIDTH =
      Parameter.of(
          "bandwidth-hz",
          ParameterType.number(AUTOMATIC, 1e9),
          AUTOMATIC,
          "width over which power is smoothed; 0 for a half bandwidth of 4");
  private static final Parameter<Boolean> ADAPTIVE =
      Parameter.of("adaptive", ParameterType.flag(), false, "weight tapers at each frequency");
  private static final Parameter<Boolean> LOW_BIAS =
      Parameter.of(
          "low-bias",
          ParameterType.flag(),
          true,
          "only tapers with more than 90 % of their energy inside the bandwidth");
  private static final Parameter<Normalization> NORMALIZATION =
      Parameter.of(
          "normalization",
          ParameterType.choice(Normalization.class),
          Normalization.LENGTH,
          "what power is divided by; full: power per Hz");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "estimates power spectra as MNE's psd_array_multitaper does",
          List.of(BANDWIDTH, ADAPTIVE, LOW_BIAS, NORMALIZATION),
          arguments -> {
            double bandwidth = arguments.value(BANDWIDTH);
            return new MultitaperPsd(
                new MultitaperSettings(
                    bandwidth == AUTOMATIC ? null : bandwidth,
                    arguments.value(ADAPTIVE),
                    arguments.value(LOW_BIAS),
                    arguments.value(NORMALIZATION)));
          });

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Spectrum estimate(Recording recording) {
    Multitaper multitaper =
        new Multitaper(settings, recording.rate().hertz(), recording.timePoints());
    Traces power = recording.traces().mapRows(multitaper::estimate);
    PowerUnit unit =
        switch (settings.normalization()) {
          case FULL -> PowerUnit.DENSITY;
          case LENGTH -> PowerUnit.POWER;
        };
    return new Spectrum(recording.channels(), multitaper.frequencies(), power, unit);
  }
}
