"""``reinschrift model``: which model translates, what it was made from, how good it is."""

import json
from typing import Annotated

import typer

from translate.cli import options
from translate.cli.console import print_line
from translate.engines import locate


def run(
    name: Annotated[
        str, typer.Option("--model", help=options.MODEL_HELP, show_default=False)
    ] = "embedded",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole card as JSON.")] = False,
) -> None:
    """Show the card of a model: data, licences, training and scores."""
    checkpoint = locate(name)
    card = checkpoint.card()
    if as_json:
        print_line(json.dumps(card or {}, indent=2, ensure_ascii=False))
        return
    config = checkpoint.config()
    print_line(f"Model      {checkpoint.label}")
    print_line(f"Folder     {checkpoint.folder}")
    print_line(
        f"Shape      {config['encoder_layers']} encoder and {config['decoder_layers']} decoder "
        f"layers of {config['d_model']}, {config['vocab_size']:,} pieces"
    )
    if card is None or "training" not in card:
        print_line("Card       none that was written by `reinschrift train`")
        return
    run = card["training"]
    print_line(
        f"Training   {run['tokens']:,} target tokens in {run['minutes']:.0f} minutes on "
        f"{run['hardware']}; {run['parameters']:,} parameters"
    )
    pairs = sum(source["pairs"] for source in card["data"])
    print_line(
        f"Data       {pairs:,} pairs of {len(card['data'])} sources, listed in README.md there"
    )
    for row in (*card["development"], *card["scores"]):
        print_line(f"{row['metric']:<10} {row['value']:5.1f}  {row['set']}, {row['decoding']}")
    print_line(f"Licence    {card['licence']}")
