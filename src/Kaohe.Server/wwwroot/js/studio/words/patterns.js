// Sentences of Studio with something in them. Each replaces the whole text; what people wrote is passed on unchanged.
const number = '(\\d+)';
const rule = (english, chinese) => [new RegExp(`^${english}$`, 's'), chinese];

export default [
    rule('(.+) copied', (_, what) => `已复制：${what}`),
    rule('(.+) - (Started|Completed|Suspended|Resumed|Faulted|Canceled|Cancelled|Retried|Migrated|VariablesChanged)', (_, what, event, word) => `${what}　${word(event)}`),
    rule('输入“(\\w+)”的值(.+)', (_, name, rest, word) => `输入“${word(name) ?? name}”的值${rest}`),
    rule(`Version ${number}`, (_, version) => `第 ${version} 版`),
    rule(`Delete version ${number}\\??`, (_, version) => `删除第 ${version} 版？`),
    rule('Failed to import 1 workflow definition: (.+)', (_, why) => `1 个流程没有导入：${why}`),
    rule(`Failed to import ${number} workflow definitions\\. Errors: (.+)`, (_, count, why) => `${count} 个流程没有导入：${why}`),
    rule(`Failed to import ${number} \\S+ Reasons?: (.+)`, (_, count, why) => `${count} 个没有导入：${why}`),
    rule('Failed to import workflow definition: (.+)', (_, why) => `流程没有导入：${why}`),
    rule(`Successfully imported ${number} instances`, (_, count) => `已导入 ${count} 个流程实例`),
    rule(`Successfully imported ${number} workflow definitions\\.`, (_, count) => `已导入 ${count} 个流程。`),
    rule(`${number} \\S+ imported successfully\\.`, (_, count) => `已导入 ${count} 个。`),
    rule(`This removes ${number} connected transitions\\.`, (_, count) => `会同时删除 ${count} 个相连的转换。`),
    rule(`${number} consuming workflow\\(s\\) updated`, (_, count) => `${count} 个引用它的流程已更新`),
    rule(`${number} states?`, (_, count) => `${count} 个状态`),
    rule(`${number} transitions?`, (_, count) => `${count} 个转换`),
    rule(`${number} workflows are already published`, (_, count) => `${count} 个流程此前已经发布`),
    rule(`${number} workflows are already unpublished`, (_, count) => `${count} 个流程此前已经撤回`),
    rule(`${number} workflows are not found`, (_, count) => `${count} 个流程没有找到`),
    rule(`${number} workflows are published`, (_, count) => `${count} 个流程已发布`),
    rule(`${number} workflows are unpublished`, (_, count) => `${count} 个流程已撤回发布`),
    rule(`${number} workflows consuming published workflows have been updated`, (_, count) => `${count} 个引用它们的流程已更新`),
    rule(`${number} selected`, (_, count) => `已选 ${count} 项`),
    rule('Unsupported UI hint: (.+)', (_, hint) => `不支持这种填写方式：${hint}`),
    rule('Workflow instance with ID (.+) not found\\.?', (_, id) => `没有找到流程实例 ${id}。`),
    rule('No diagram editor provider found for activity (.+)', (_, what) => `没有可用来编辑“${what}”的图形设计。`),
    rule('Current state \'(.+)\' (?:does not exist|was not found)\\.', (_, name) => `当前状态“${name}”不存在。`),
    rule('Initial state \'(.+)\' (?:does not exist|was not found)\\.', (_, name) => `起始状态“${name}”不存在。`),
    rule('State name \'(.+)\' is (?:already in use|used more than once)\\.', (_, name) => `状态名称“${name}”重复。`),
    rule('Transition (?:source|target) state \'(.+)\' (?:does not exist|was not found)\\.', (_, name) => `转换所用的状态“${name}”不存在。`),
    rule('Select (.+)', (_, what, word) => `选择${word(what) ?? what}`),
    rule('(.*)\\bWorkflow ' + number, (_, before, count) => `${before}流程 ${count}`),
    // 2026/3/1 上午9:00:05, with or without seconds, as .NET writes it in Chinese, in the portal's form.
    rule('(\\d{4})/(\\d{1,2})/(\\d{1,2}) (上午|下午)(\\d{1,2})(:\\d\\d(?::\\d\\d)?)', (_, year, month, day, half, hour, rest) =>
        `${year}年${month}月${day}日 ${String((Number(hour) % 12) + (half === '下午' ? 12 : 0)).padStart(2, '0')}${rest}`),
    rule('(\\d{4})/(\\d{1,2})/(\\d{1,2}) (\\d{1,2}:\\d\\d(?::\\d\\d)?)', (_, year, month, day, time) => `${year}年${month}月${day}日 ${time}`),
];
