"""What is said about a table of one's own. Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from tui_backprop.words.data import DataWords


class ChineseData(DataWords):
    """What is said about a table of one's own."""

    option = "自己的数据：CSV 文件，每行 2 到 4 个输入和一个 0 到 1 的标签，最多 64 行"
    option_checksum = "数据的校验和与此不同时拒绝"

    def refused(self, *, path: str, why: str) -> str:
        return f"{path}：{why}"

    def checksum_alone(self) -> str:
        return "--data-checksum 需要 --data FILE，即它所校验的数据"

    def other_task(self, *, task: str) -> str:
        return f"--data 本身就是任务；请去掉 --task {task}，或加上 --edit CYCLE:task=data 中途换成它"

    def no_data(self, *, task: str) -> str:
        return f"任务 {task!r} 需要数据；请用 --data FILE.csv 指出文件"

    def no_name(self) -> str:
        return "文件名太长或含有无法显示的字符；请换一个名字"

    def empty(self) -> str:
        return "里面没有一行数；每行是各个输入和标签，例如 0,1,1"

    def no_text(self) -> str:
        return "它不是 UTF-8 文本；请把表格存成 UTF-8 的 CSV"

    def too_large(self, *, most: int) -> str:
        return f"它超过 {most} MiB；一张表最多 64 行"

    def too_many_rows(self, *, row: int, most: int) -> str:
        return f"第 {row} 行多余：一张表最多 {most} 行数"

    def columns(self, *, row: int, columns: int, fewest: int, most: int) -> str:
        return f"第 {row} 行有 {columns} 列；应为 {fewest} 到 {most} 个输入，最后是标签"

    def cell_too_many(self, *, row: int, column: int, columns: int) -> str:
        return f"第 {row} 行有第 {column} 列，而前面的行只有 {columns} 列"

    def cell_missing(self, *, row: int, column: int) -> str:
        return f"缺少第 {row} 行第 {column} 列；每行都要有全部输入和标签"

    def no_number(self, *, row: int, column: int, text: str) -> str:
        return f"第 {row} 行第 {column} 列是 {text!r}；应为有限数，例如 0.5"

    def label_out_of_range(self, *, row: int, column: int, text: str) -> str:
        return f"第 {row} 行第 {column} 列的标签是 {text}；应在 0 到 1 之间"

    def changed(self, *, wanted: str, found: str) -> str:
        return f"数据已有改动：校验和是 {found}，不是 {wanted}；去掉 --data-checksum 就可使用"

    def no_side(self, *, samples: Sequence[int]) -> str:
        whose = f"样本 {'、'.join(map(str, samples))} 的" if samples else "所有样本的"
        return f"无法判断{whose}对错：标签是 ½，没有哪个输出在它那一侧"
